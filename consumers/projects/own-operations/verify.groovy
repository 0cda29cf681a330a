// The last build is that of the document that must be refused.
def log = new File(basedir, 'build.log').text
assert log.contains('#/components/schemas/Benefit/properties/value/oneOf: is not supported. Use one object with all properties, and require none that only one alternative has.')
