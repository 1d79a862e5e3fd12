def root = new File(basedir, '../../../..').canonicalFile
def jar = new File(root, 'cli/target').listFiles().find { it.name ==~ /dragoman-cli-.*-all\.jar/ }
assert jar != null
def options = [
    clinic   : [],
    harbor   : [],
    library  : ['--name', 'Books', '--client'],
    petshop  : ['--tool-mode', 'both', '--tool-descriptions', 'summary', '--base-url', 'https://pets.example/v2'],
    polar    : ['--scripts', '--exclude-deprecated'],
    polytomic: ['--config', "${root}/generated-example/src/main/dragoman/polytomic.yaml"],
]
// Reports are beside the state of the goal, which has a folder of its own.
def files = { File folder ->
    def found = new TreeMap()
    ['sources', 'resources'].each { kind ->
        new File(folder, kind).eachFileRecurse { if (it.file) found[folder.toPath().relativize(it.toPath()).toString()] = it.bytes.encodeHex().toString() }
    }
    new File(folder, 'reports').eachFile { if (it.file) found['reports/' + it.name] = it.bytes.encodeHex().toString() }
    found
}
options.each { name, given ->
    def document = new File(root, 'sample-specs').listFiles().find { it.name.startsWith(name + '.') }
    def command = [System.getProperty('java.home') + '/bin/java', '-XX:TieredStopAtLevel=1', '-jar', jar.path,
        'generate', document.path, '--package', "com.example.${name}".toString(), '--out', "jar/${name}".toString()] + given*.toString()
    def builder = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true)
    builder.environment().remove('CI')
    def process = builder.start()
    process.outputStream.close()
    def output = process.inputStream.text
    assert process.waitFor() == 0 : output
    def goal = files(new File(basedir, "goal/${name}"))
    def ours = files(new File(basedir, "jar/${name}"))
    assert goal.size() > 10
    assert ours.keySet() == goal.keySet() : name
    goal.each { file, bytes -> assert ours[file] == bytes : "${name}: ${file} differs" }
}
return true
