def log = new File(basedir, 'build.log').text
assert log.contains('a module with 2 operations')
assert log.contains('[DRG-VENDOR-007]')
assert log.contains('Tests run: 2, Failures: 0, Errors: 0')
assert log.contains('matching the lock')
assert log.contains('0 changes: 0 breaking')
assert new File(basedir, 'module/target/lamp-mcp-server.jar').isFile()
assert new File(basedir, 'module/target/lib').list().any { it.startsWith('dragoman-runtime') }

// The archives that the build made, and the argument files with which the server uses them.
def built = new File(basedir, 'module/target')
def version = System.getProperty('java.runtime.version')
['stdio', 'http'].each { transport ->
    assert new File(built, "lamp-mcp-server-${transport}-${version}.jsa").isFile()
    assert new File(built, "lamp-mcp-server-${transport}.args").text.contains("-${version}.jsa")
}
assert log.contains('lamp-mcp-server-stdio.args starts the server with an archive.')
assert log.contains('[WARNING] archive: ')

// The image and the service limit the compiler in the same way.
def limits = new File(built, 'lamp-mcp-server-http.args').readLines().findAll { it =~ /Inline|Tier3/ }
assert limits.size() == 3
def pom = new File(basedir, 'module/pom.xml').text
def unit = new File(basedir, 'module/deploy/systemd').listFiles().find { it.name.endsWith('.service') }.text
limits.each {
    assert pom.contains("<jvmFlag>${it}</jvmFlag>")
    assert unit.contains(" ${it} ")
}

// One jar, alone in a folder: the server starts over both transports and answers as from its parts.
def java = new File(System.getProperty('java.home'), 'bin/java').path
def alone = new File(basedir, 'alone')
alone.mkdirs()
def jar = new File(alone, 'server.jar')
jar.bytes = new File(basedir, 'module/target/lamp-mcp-server-all.jar').bytes

def start = { List command, String input ->
    def process = new ProcessBuilder([java, *command]).directory(alone).start()
    def err = new StringBuilder()
    process.consumeProcessErrorStream(err)
    process.outputStream.withWriter('UTF-8') { it << input }
    def out = process.inputStream.getText('UTF-8')
    assert process.waitFor() == 0 : err
    [out: out, err: err.toString()]
}
def run = { String input, String... arguments -> start(['-jar', jar.path, *arguments], input) }

def runtime = new File(basedir, 'module/target/lib').list().find { it.startsWith('dragoman-runtime') }
def release = runtime - 'dragoman-runtime-' - '.jar'
assert run('', '--version').out == "Lamp API 1.0, MCP server by Dragoman ${release}\n"

def call = { id, method, params -> groovy.json.JsonOutput.toJson([jsonrpc: '2.0', id: id, method: method, params: params]) + '\n' }
def hello = call(1, 'initialize', [protocolVersion: '2025-06-18', capabilities: [:], clientInfo: [name: 't', version: '1']])
def said = run(
    hello
        + '{"jsonrpc":"2.0","method":"notifications/initialized"}\n'
        + call(2, 'tools/call', [name: 'search', arguments: [query: 'remove a lamp']])
        + call(3, 'tools/call', [name: 'execute', arguments: [operation: 'getLamp', arguments: [id: 'a']]]),
    '--stdio', '--mock')
assert said.out.contains('removeLamp: DELETE /lamps/{id}')
assert said.out.readLines().size() == 3
// slf4j-simple is found: otherwise the server says that no log is written.
assert !said.err.contains('SLF4J')
assert said.err.contains('operation=getLamp')

// With the archive: the same, from classes that were not read from a jar.
def classes = new File(alone, 'classes.log')
def quickly = new File(alone, 'logging.args')
quickly.text = new File(built, 'lamp-mcp-server-stdio.args').text.replace('\n-jar\n', "\n-Xlog:class+load:file=${classes}\n-jar\n")
def quick = start(["@${quickly}".toString(), '--mock'], hello)
assert quick.out.readLines().size() == 1 && quick.out.contains('"title":"Lamp API"')
assert quick.err.isEmpty()
assert classes.text.contains('dev.dragoman.runtime.server.McpServer source: shared')

// Over HTTP: Jetty, and its field pre-encoder, a service.
def server = new ProcessBuilder(java, '-jar', jar.path, '--port', '0', '--mock', '--feedback', 'off').directory(alone).start()
try {
    def url = null
    server.errorStream.withReader('UTF-8') { reader ->
        while (url == null) {
            def line = reader.readLine()
            assert line != null
            def found = line =~ /http:\/\/127\.0\.0\.1:\d+\/mcp/
            url = found.find() ? found.group() : null
        }
        def connection = new URL(url).openConnection()
        connection.requestMethod = 'POST'
        connection.doOutput = true
        connection.setRequestProperty('Content-Type', 'application/json')
        connection.setRequestProperty('Accept', 'application/json, text/event-stream')
        connection.outputStream.withWriter('UTF-8') { it << hello }
        assert connection.responseCode == 200
        assert connection.inputStream.getText('UTF-8').contains('"title":"Lamp API"')
    }
} finally {
    server.destroy()
}

def entries = new java.util.zip.ZipFile(jar).withCloseable { zip -> zip.entries().collect { it.name } }
assert !entries.any { it.endsWith('module-info.class') || it ==~ /META-INF\/[^\/]+\.(SF|RSA|DSA)/ }
new java.util.jar.JarFile(jar).withCloseable { all ->
    def manifest = all.manifest.mainAttributes
    assert manifest.getValue('Multi-Release') == 'true'
    // Otherwise a lib folder beside it would count, too.
    assert manifest.getValue('Class-Path') == null
    def texts = ['META-INF/LICENSE', 'META-INF/LICENSE.txt', 'META-INF/NOTICE'].collectEntries { name ->
        [name, all.getInputStream(all.getEntry(name)).getText('UTF-8')]
    }
    assert texts['META-INF/LICENSE'].contains('Apache License')
    assert texts['META-INF/LICENSE.txt'].contains('QOS.ch')
    assert texts['META-INF/NOTICE'].contains('Jackson') && texts['META-INF/NOTICE'].contains('Apache HttpC')
}
def readme = new File(basedir, 'module/README.md').text
assert readme.contains('claude mcp add --scope user --transport http lamp http://127.0.0.1:8080/mcp')
assert new File(basedir, 'module/target/clients/clients.md').text.contains('# Lamp MCP server')
