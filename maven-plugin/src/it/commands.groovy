// Shared by the verify scripts: runs a command as a user would type it, with the repository and the
// settings of the test projects behind the word "mvn". Evaluated with basedir and localRepositoryPath.
def home = new File(basedir, 'target/commands')
home.mkdirs()
def settings = new File(home, 'settings.xml')
def repository = System.getProperty('maven.repo.local') ?: System.getProperty('user.home') + '/.m2/repository'
settings.text = new File(basedir, '../../../src/it/settings.xml').text
    .replace('@localRepositoryUrl@', new File(repository).toURI().toString())
def mvn = new File(home, 'mvn')
mvn.text = "#!/bin/sh\nexec '${System.getProperty('maven.home')}/bin/mvn' -B -ntp -s '${settings}'" +
    " -Dmaven.repo.local='${localRepositoryPath}' \"\$@\"\n"
mvn.executable = true
return { String command, File folder ->
    def builder = new ProcessBuilder('sh', '-c', command).directory(folder).redirectErrorStream(true)
    builder.environment().put('PATH', home.absolutePath + ':' + System.getenv('PATH'))
    builder.environment().remove('CI')
    builder.environment().remove('MAVEN_OPTS')
    def process = builder.start()
    process.outputStream.close()
    def output = process.inputStream.text.replaceAll('\u001b\\[[0-9;]*m', '')
    [status: process.waitFor(), output: output]
}
