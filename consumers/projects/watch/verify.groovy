// The names of the runtime jars of a consumer. Versions are left to dependency updates.
def jars = { String text -> (text =~ /(?m)^\s*([\w.-]+:[\w.-]+)(?::jar:|$)/).collect { it[1] }.sort() }
def expected = new File(basedir, 'runtime-jars.txt').getText('UTF-8')
def found = new File(basedir, 'target/jars.txt').getText('UTF-8')
assert jars(found) == jars(expected)
