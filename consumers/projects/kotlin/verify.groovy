// The compiler refuses each function of the last case, which ignores what can be null.
def log = new File(basedir, 'build.log').getText('UTF-8')
assert (log =~ /misuse\/kotlin\/OrderNews\.kt:(\d+):\d+ (.*)/).collect { it[1] as int }.unique().sort() == [9, 11, 13, 15, 17]
