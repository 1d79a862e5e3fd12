def log = new File(basedir, 'build.log').text
assert !log.contains('filename-based automodules') : 'the name of a required module comes from a file name'

// The server runs as a module, with nothing but its own name on the command line.
def java = System.getProperty('java.home') + '/bin/java'
def process = new ProcessBuilder(java, '-p', 'target/classes' + File.pathSeparator + 'target/lib',
    '-m', 'com.example.lamp/com.example.lamp.LampServer', '--stdio', '--mock')
    .directory(basedir).redirectError(new File(basedir, 'target/server.log')).start()
def call = { int id, String method, String params -> /{"jsonrpc":"2.0","id":$id,"method":"$method","params":$params}/ }
process.outputStream.withWriter('UTF-8') { out ->
    out << call(1, 'initialize', '{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"it","version":"1"}}') << "\n"
    out << call(2, 'tools/list', '{}') << "\n"
    out << call(3, 'tools/call', '{"name":"search","arguments":{"query":"get a lamp"}}') << "\n"
    out << call(4, 'tools/call', '{"name":"execute","arguments":{"operation":"getLamp","arguments":{"id":"1"}}}') << "\n"
}
def replies = process.inputStream.getText('UTF-8')
assert process.waitFor() == 0 : new File(basedir, 'target/server.log').text
assert ['search', 'execute', 'submit_mcp_feedback'].every { replies.contains(/"name":"$it"/) } : replies
assert replies.contains('getLamp') && !replies.contains('"isError":true') : replies
return true
