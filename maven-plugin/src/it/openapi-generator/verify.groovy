def files = { File root ->
    def found = new TreeMap()
    root.eachFileRecurse { if (it.file) found[root.toPath().relativize(it.toPath()).toString()] = it.bytes.encodeHex().toString() }
    found
}
def theirs = new File(basedir, 'target/generated-sources/openapi/src/main')
def java = files(new File(theirs, 'java'))
assert java.size() > 5
assert java == files(new File(basedir, 'target/generated-sources/dragoman'))
assert files(new File(theirs, 'resources')) == files(new File(basedir, 'target/generated-resources/dragoman'))
assert new File(basedir, 'target/classes/com/example/polar/PolarServer.class').isFile()
