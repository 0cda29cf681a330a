package io.github.partnercenter4j.checks

import spock.lang.Requires
import spock.lang.Specification

class SurvivorsSpec extends Specification {

    def 'every change of #survivors that no test may notice has a reason'() {
        expect:
        survivors.listed.every { it.size() == 2 && it[1].length() > 10 }

        where:
        survivors << Survivors.all()
    }

    @Requires(value = { data.survivors.measured }, reason = 'mvn -Pmutation verify was not run')
    def 'the changes of #survivors that no test notices are those of its list'() {
        expect:
        survivors.unlisted == []
        survivors.outdated == []

        where:
        survivors << Survivors.all()
    }
}
