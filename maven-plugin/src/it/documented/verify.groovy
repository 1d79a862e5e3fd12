// Every command of the plugin that README and docs print, at the root of a project of several modules and,
// where it needs no execution of a POM, in an empty folder.
def run = new GroovyShell(binding).evaluate(new File(basedir, '../../../src/it/commands.groovy'))
def home = new File(basedir, '../../../..')
def pages = [new File(home, 'README.md')] + new File(home, 'docs').listFiles().findAll { it.name.endsWith('.md') }.sort()
def commands = pages.collectMany { it.text.findAll(/mvn [^\n`#]*dev\.dragoman:dragoman-maven-plugin:[^\n`#]*/) }*.trim().unique()
assert commands.size() >= 7 : commands
pages.each { page -> assert !(page.text =~ /mvn (-\S+ )*dragoman:(?!vendor` works)/) : page }

def number = 0
def empty = {
    def folder = new File(basedir, "target/empty-${++number}")
    folder.mkdirs()
    ['old.yaml', 'new.yaml'].each { new File(folder, it).text = new File(basedir, it).text }
    folder
}
def check = { String command, File folder ->
    def outcome = run(command, folder)
    assert outcome.status == 0 : "$command in $folder\n$outcome.output"
}
// accept comes first: the others compare with its lock.
def runnable = { String documented ->
    documented.replace('URL-or-FILE', 'new.yaml').replaceAll('https://\\S+[.]yaml', 'new.yaml')
        .replaceAll(/=(openapi|petshop)\.yaml/, '=new.yaml')
        .replaceAll(/@(ID|corner-pet-shop)\b/, '@lamp')
        .replace('=searches.jsonl', '=' + new File(basedir, 'searches.jsonl'))
}
commands.collect(runnable).unique().sort { it.contains(':accept') ? 0 : 1 }.each { command ->
    if (command.contains('@lamp')) {
        check(command + ' -pl lamp', basedir)
    } else {
        check(command, empty())
        def needsModule = command.contains(':vendor') && !command.contains('openapiDirectory')
        check(command + (needsModule ? ' -pl plain' : '') + (command.contains(':init') ? " -Ddragoman.directory=made-${number}" : ''), basedir)
    }
}
assert new File(basedir, 'lamp/lamp.yaml.lock').isFile() && number >= 3
return true
