import com.sun.net.httpserver.HttpServer
import groovy.json.JsonOutput
import groovy.json.JsonSlurper

def main = new File(basedir, 'target/generated-sources/dragoman/com/example/BackOfficeServer.java').text
assert main.contains('McpServer.combined("Back Office")')
assert main.contains('.api(LampApi.DEFINITION)') && main.contains('.api(DoorBellApi.DEFINITION)')
assert new File(basedir, 'build.log').text.contains('Main class of all APIs com.example.BackOfficeServer')

// It runs over HTTP, with two real APIs behind it that keep what they receive.
def received = [:].withDefault { [].asSynchronized() }
def upstream = { String name ->
    def api = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
    api.createContext('/') { exchange ->
        received[name] << "${exchange.requestMethod} ${exchange.requestURI} ${exchange.requestHeaders.getFirst('Authorization')}".toString()
        def body = '{"ok":true}'.bytes
        exchange.responseHeaders.add('Content-Type', 'application/json')
        exchange.sendResponseHeaders(200, body.length)
        exchange.responseBody.write(body)
        exchange.close()
    }
    api.start()
    api
}
def apis = [lamp: upstream('lamp'), bell: upstream('bell')]
def java = System.getProperty('java.home') + '/bin/java'
def path = new File(basedir, 'target/classes').path + File.pathSeparator + new File(basedir, 'target/classpath').text.trim()
def server = [java, '-cp', path, 'com.example.BackOfficeServer', '--port', '0', '--feedback', 'off',
    "--lamp-base-url=http://127.0.0.1:${apis.lamp.address.port}",
    "--door-bell-base-url=http://127.0.0.1:${apis.bell.address.port}"].execute([], basedir)
try {
    def log = server.errorStream.newReader('UTF-8')
    def line = log.readLine()
    while (line != null && !line.contains('over MCP: ')) {
        line = log.readLine()
    }
    assert line != null : 'the server did not start'
    def url = line.replaceFirst('.*over MCP: ', '')
    Thread.startDaemon { log.eachLine { } }
    def post = { String method, Map params, Map headers ->
        def connection = new URL(url).openConnection()
        connection.doOutput = true
        connection.setRequestProperty('Content-Type', 'application/json')
        connection.setRequestProperty('Accept', 'application/json, text/event-stream')
        connection.setRequestProperty('MCP-Protocol-Version', '2025-11-25')
        headers.each { connection.setRequestProperty(it.key, it.value) }
        connection.outputStream.write(JsonOutput.toJson([jsonrpc: '2.0', id: 1, method: method, params: params]).bytes)
        new JsonSlurper().parseText(connection.inputStream.getText('UTF-8').replaceFirst('(?s)^.*\ndata: ', '')).result
    }
    def call = { String tool, Map arguments, Map headers -> post('tools/call', [name: tool, arguments: arguments], headers) }
    def keys = ['X-Lamp-Api-Key': 'key-l', 'X-Door-Bell-Api-Key': 'key-b', 'X-Lamp-Access-Mode': 'full-access']

    def tools = post('tools/list', [:], [:]).tools
    assert tools*.name == ['search', 'execute']
    assert tools[0].inputSchema.properties.vendor.enum == ['lamp', 'door-bell']
    def hits = call('search', [query: 'list all'], keys).content[0].text
    assert hits.contains('lamp:list: GET /lamps') && hits.contains('door-bell:list: GET /bells')
    assert call('execute', [operation: 'lamp:list'], keys).content[0].text.contains('"status":200')
    assert call('execute', [operation: 'door-bell:list'], keys).content[0].text.contains('"status":200')
    assert received.lamp == ['GET /lamps Bearer key-l'] && received.bell == ['GET /bells Bearer key-b']

    def several = call('execute', [operation: 'list'], keys)
    assert several.isError && several.content[0].text.contains('lamp:list or door-bell:list')
    def refused = call('execute', [operation: 'door-bell:removeBell', arguments: [id: 'a']], keys)
    assert refused.isError && refused.content[0].text.contains('X-Door-Bell-Access-Mode: full-access')
    assert !call('execute', [operation: 'lamp:removeLamp', arguments: [id: 'a']], keys).isError
    def keyless = call('execute', [operation: 'door-bell:list'], keys.findAll { it.key.startsWith('X-Lamp') })
    assert keyless.isError && keyless.content[0].text.contains('X-Door-Bell-Api-Key')
    assert received.bell.size() == 1
} finally {
    server.destroy()
    apis.values()*.stop(0)
}
return true
