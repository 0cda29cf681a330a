// Copies the test from the page.
def test = (new File(docs, 'guide/sandbox.md').getText('UTF-8') =~ /(?ms)^```java\n(.*?^class (\w+Test) .*?)^```/)
assert test.find()
def file = new File(basedir, "src/test/java/${test.group(2)}.java")
file.parentFile.mkdirs()
file.setText(test.group(1), 'UTF-8')
