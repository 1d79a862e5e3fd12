import groovy.json.JsonOutput
import groovy.json.JsonSlurper

def main = new File(basedir, 'target/generated-sources/dragoman/com/example/LampServer.java').text
assert main.contains('.scripts()')

// It runs: lists the tool, and a script that calls the API in mock mode.
def java = System.getProperty('java.home') + '/bin/java'
def path = new File(basedir, 'target/classes').path + ':' + new File(basedir, 'target/classpath').text.trim()
def server = [java, '-cp', path, 'com.example.LampServer', '--stdio', '--mock', '--feedback', 'off'].execute([], basedir)
def script = 'const lamp = await api.getLamp({id: "a"}); console.log(typeof lamp); return (await search("lamp")).map(o => o.operation)'
def messages = [
    '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"it","version":"1"}}}',
    '{"jsonrpc":"2.0","method":"notifications/initialized"}',
    '{"jsonrpc":"2.0","id":2,"method":"tools/list"}',
    JsonOutput.toJson([jsonrpc: '2.0', id: 3, method: 'tools/call',
        params: [name: 'run_script', arguments: [script: script]]])]
def errors = new StringBuffer()
server.consumeProcessErrorStream(errors)
messages.each { server.outputStream.write((it + '\n').getBytes('UTF-8')) }
server.outputStream.flush()
// A server whose input ends waits for its calls only for a while, and a busy machine is slow.
def lines = server.inputStream.newReader('UTF-8')
def answers = []
while (answers.every { it.id != 3 }) {
    def line = lines.readLine()
    assert line != null : errors
    answers << new JsonSlurper().parseText(line)
}
server.outputStream.close()
assert server.waitFor() == 0 : errors
def listed = answers.find { it.id == 2 }.result.tools
assert listed*.name == ['search', 'execute', 'run_script']
assert listed[2].annotations.readOnlyHint
def run = answers.find { it.id == 3 }.result
assert !run.isError : run
def answer = new JsonSlurper().parseText(run.content[0].text)
assert answer.calls == 2 && answer.console == ['object']
assert answer.result.contains('getLamp') && answer.result.contains('removeLamp')
return true
