module consumer {
    requires io.github.partnercenter4j.client;
}
