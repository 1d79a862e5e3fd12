def log = new File(basedir, 'build.log').text
assert !log.contains('filename-based automodules') : 'the name of a required module comes from a file name'

// Servers run as a module, with nothing but its own name on the command line.
def java = System.getProperty('java.home') + '/bin/java'
def call = { int id, String method, String params -> /{"jsonrpc":"2.0","id":$id,"method":"$method","params":$params}/ }
def served = { String main, List<String> messages ->
    def err = new File(basedir, "target/${main}.log")
    def process = new ProcessBuilder(java, '-p', 'target/classes' + File.pathSeparator + 'target/lib',
        '-m', "com.example.lamp/$main", '--stdio', '--mock').directory(basedir).redirectError(err).start()
    process.outputStream.withWriter('UTF-8') { out ->
        out << call(1, 'initialize', '{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"it","version":"1"}}') << "\n"
        messages.each { out << it << "\n" }
    }
    def replies = process.inputStream.getText('UTF-8')
    assert process.waitFor() == 0 : err.text
    replies
}
def generated = served('com.example.lamp.LampServer', [
    call(2, 'tools/list', '{}'),
    call(3, 'tools/call', '{"name":"search","arguments":{"query":"get a lamp"}}'),
    call(4, 'tools/call', '{"name":"execute","arguments":{"operation":"getLamp","arguments":{"id":"1"}}}')])
assert ['search', 'execute', 'submit_mcp_feedback'].every { generated.contains(/"name":"$it"/) } : generated
assert generated.contains('getLamp') && !generated.contains('"isError":true') : generated

// A tool and a filter of the owner, compiled against the exported packages alone.
def own = served('com.example.own.OwnServer', [
    call(2, 'tools/list', '{}'),
    call(3, 'tools/call', '{"name":"check_lamp","arguments":{"id":"1"}}'),
    call(4, 'tools/call', '{"name":"check_lamp","arguments":{"id":""}}'),
    call(5, 'tools/call', '{"name":"execute","arguments":{"operation":"getLamp","arguments":{"id":"lighthouse"}}}')])
assert own.contains('"name":"check_lamp"') : own
assert own.contains('The lamp answers with status 200.') : own
assert own.contains('The arguments of check_lamp are invalid; nothing was done.') : own
assert own.contains('The lighthouse is not for agents. Nothing was sent.') : own
return true
