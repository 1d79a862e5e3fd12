def run = new GroovyShell(binding).evaluate(new File(basedir, '../../../src/it/commands.groovy'))
def log = new File(basedir, 'build.log').text.replaceAll(/\[ERROR] /, '')
def told = { String project -> log.split('Failed to execute goal').find { it.contains("on project $project:") } ?: '' }
def release = '<maven.compiler.release>17</maven.compiler.release>'
def surefire = /<artifactId>maven-surefire-plugin<\/artifactId>\s+<version>3/

assert told('bare').contains('The generated classes need Java 17, but maven-compiler-plugin 3.1 compiles this module for an older version, because no Java release is set.')
assert told('bare').contains(release) && told('bare') =~ /<artifactId>maven-compiler-plugin<\/artifactId>\s+<version>3/
assert told('bare').contains('<artifactId>dragoman-runtime</artifactId>')
assert told('old-property').contains('for Java 11, as set by maven.compiler.source.') && told('old-property').contains(release)
assert told('no-junit').contains('<artifactId>junit-jupiter</artifactId>') && told('no-junit').contains('<scope>test</scope>')
assert told('old-surefire').contains('maven-surefire-plugin 2.12.4 does not run JUnit Jupiter') && told('old-surefire') =~ surefire
assert told('source-17') == '' && !log.contains('COMPILATION ERROR')
['old-property', 'bare'].each {
    assert !new File(basedir, "$it/target/generated-sources").exists() : it
}

// Pasted into the POM, what was told makes the project build and its tests run.
def pom = new File(basedir, 'bare/pom.xml')
def paste = { String text, String element, String before ->
    def block = text.find("(?s)<$element>.*?</$element>")
    assert block : element + ' in ' + text
    pom.text = pom.text.replaceFirst(before, java.util.regex.Matcher.quoteReplacement(block + '\n') + before)
}
def plugin = { String text, String name ->
    def block = text.findAll(/(?s)<plugin>.*?<\/plugin>/).find { it.contains(name) }
    pom.text = pom.text.replaceFirst("(?s)<plugin>\\s*<artifactId>$name</artifactId>.*?</plugin>",
        java.util.regex.Matcher.quoteReplacement(block))
}
paste(told('bare'), 'maven.compiler.release', '</properties>')
plugin(told('bare'), 'maven-compiler-plugin')
paste(told('bare'), 'dependency', '</dependencies>')
def second = run('mvn test', pom.parentFile)
assert second.status != 0
def tests = second.output.replaceAll(/\[ERROR] /, '')
assert tests.contains('JUnit Jupiter') && tests =~ surefire
assert tests.contains('<artifactId>dragoman-testing</artifactId>')
tests.findAll('(?s)<dependency>.*?</dependency>').unique().each { paste(it, 'dependency', '</dependencies>') }
plugin(tests, 'maven-surefire-plugin')
def third = run('mvn test', pom.parentFile)
assert third.status == 0 && third.output.contains('Tests run: 2, Failures: 0, Errors: 0') : third.output
return true
