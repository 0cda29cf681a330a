/** Watches many orders until each is done. */
module io.github.partnercenter4j.watch {
    requires transitive io.github.partnercenter4j.client;
    requires transitive java.sql;
    requires transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires com.github.kagkarlsson.scheduler;
    requires com.zaxxer.hikari;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;

    exports io.github.partnercenter4j.watch;

    // Jackson reads the state of orders as records.
    opens io.github.partnercenter4j.watch.internal.store to
            com.fasterxml.jackson.databind;
}
