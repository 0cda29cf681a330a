package io.github.partnercenter4j.client

/** A Java process that builds a client from its environment, and says whether it could. */
class EnvironmentProcess {
    static void main(String[] args) {
        try {
            PartnerCenter.fromEnvironment().close()
            println 'built'
        } catch (IllegalStateException e) {
            println e.message
        }
    }
}
