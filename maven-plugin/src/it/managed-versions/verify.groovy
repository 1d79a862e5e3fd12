def log = new File(basedir, 'build.log').text.replace('[ERROR] ', '')
assert log.contains('- com.fasterxml.jackson.core:jackson-annotations 2.19.2 is too old, 2.22 or later is needed')
assert !new File(basedir, 'target/generated-sources').exists()

// What it says to paste is all that is missing.
def pasted = (log =~ /(?s)  <dependencyManagement>.*?<\/dependencyManagement>/)[0]
def pom = new File(basedir, 'pom.xml')
def before = pom.text
pom.text = before.replace('  <dependencies>', pasted + '\n  <dependencies>')
def maven = new File(System.getProperty('maven.home'), 'bin/mvn').path
def build = new File(basedir, 'pasted.log')
def process = new ProcessBuilder(maven, '-B', '-o', '-s', new File(basedir, '../../../src/it/settings.xml').path,
    '-Dmaven.repo.local=' + localRepositoryPath, 'process-classes')
    .directory(basedir).redirectErrorStream(true).redirectOutput(build).start()
assert process.waitFor() == 0 : build.text

// A server that has the old library nevertheless says so in a sentence.
def old = new File(localRepositoryPath, 'com/fasterxml/jackson/core/jackson-annotations/2.19.2/jackson-annotations-2.19.2.jar')
assert old.exists()
def lib = new File(basedir, 'target/lib')
def newer = lib.listFiles().findAll { it.name.startsWith('jackson-annotations') }
assert newer*.name == ['jackson-annotations-2.22.jar']
newer*.delete()
def server = new ProcessBuilder(System.getProperty('java.home') + '/bin/java', '-cp',
    ['target/classes', old.path, 'target/lib/*'].join(File.pathSeparator), 'com.example.lamp.LampServer', '--stdio', '--mock')
    .directory(basedir).redirectErrorStream(true).start()
server.outputStream.close()
def said = server.inputStream.getText('UTF-8')
assert server.waitFor() == 1 : said
assert said.contains('com.fasterxml.jackson.core:jackson-annotations 2.19.2 is too old, 2.22 or later is needed') : said
assert !said.contains('NoClassDefFoundError') && !said.contains('\tat ') : said
return true
