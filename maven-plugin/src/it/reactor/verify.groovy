def run = new GroovyShell(binding).evaluate(new File(basedir, '../../../src/it/commands.groovy'))
def log = new File(basedir, 'build.log').text
def commands = log.findAll(/mvn [^\n]*dev\.dragoman:dragoman-maven-plugin:\S+:[a-z-]+[^\n]*/)*.replaceAll(/ -> \[Help 1]$/, "").unique()
def version = new File(basedir, 'apis/lamp/pom.xml').text.find(/dragoman-maven-plugin<\/artifactId>\s*<version>([^<]+)/) { it[1] }
def lamp = "mvn -pl apis/lamp "
def plugin = "dev.dragoman:dragoman-maven-plugin:$version"

assert new File(basedir, 'apis/lamp/lamp.lock').isFile()
assert log.contains('No OpenAPI document is configured.')
assert log.contains('widening operation-added: blowFuses DELETE /fuses is new (destructive)')
assert log.contains('This project has several modules. Select the one for the document')
assert new File(basedir, 'apis/lamp/src/main/openapi/lamp/openapi.yaml').isFile()
assert !new File(basedir, 'src').exists() && !new File(basedir, 'plain/src').exists()
assert new File(basedir, 'made/pom.xml').isFile() && !new File(basedir, 'plain/made').exists()
assert log.contains('Nothing is configured in this module.')
assert log.contains('before.yaml: the generated files are up to date.')

// What was printed runs where it was printed.
assert commands.contains("${lamp}-Ddoc=after $plugin:accept@lamp".toString()) : commands
assert commands.contains("${lamp}$plugin:diff@lamp".toString()) : commands
assert commands.contains("${lamp}-Ddragoman.vendor=lamp $plugin:vendor".toString()) : commands
commands.sort { it.contains('accept') }.each { command ->
    def outcome = run(command, basedir)
    assert outcome.status == 0 : command + '\n' + outcome.output
}
assert new File(basedir, 'apis/lamp/lamp.lock').text.contains('blowFuses')

// From another folder the command names the POM.
def elsewhere = new File(basedir, 'target/another folder')
elsewhere.mkdirs()
new File(basedir, 'apis/lamp/lamp.lock').delete()
def refused = run('mvn -f ../../pom.xml generate-sources -Ddragoman.locked', elsewhere)
assert refused.status != 0
def named = refused.output.find(/To accept the changes: (mvn .*accept@lamp)/) { it[1] }
assert named?.startsWith('mvn -f ../../pom.xml -pl apis/lamp ') : refused.output
def mended = run(named, elsewhere)
assert mended.status == 0 : mended.output
assert new File(basedir, 'apis/lamp/lamp.lock').isFile()
return true
