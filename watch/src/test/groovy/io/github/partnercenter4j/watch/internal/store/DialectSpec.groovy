package io.github.partnercenter4j.watch.internal.store

import spock.lang.Specification

/** What the two databases call the same things. */
class DialectSpec extends Specification {

    def 'a statement for #dialect is #sql'() {
        expect:
        dialect.sql('create table s (a {timestamp}, b {bytes}, c {boolean}) limit 1{skipLocked}') == sql

        where:
        dialect            || sql
        Dialect.SQLITE     || 'create table s (a integer, b blob, c integer) limit 1'
        Dialect.POSTGRESQL || 'create table s (a timestamp with time zone, b bytea, c boolean) limit 1 for update of s skip locked'
    }

    def 'a time of #dialect is written as #from and read as #to, and now is #now'() {
        expect:
        dialect.fromMillis('?') == from
        dialect.toMillis('t') == to
        dialect.now() == now

        where:
        dialect            || from                     | to                                      | now
        Dialect.SQLITE     || '?'                      | 't'                                     | "cast(unixepoch('subsec') * 1000 as integer)"
        Dialect.POSTGRESQL || 'to_timestamp(? / 1000.0)' | '(extract(epoch from t) * 1000)::bigint' | '(extract(epoch from clock_timestamp()) * 1000)::bigint'
    }
}
