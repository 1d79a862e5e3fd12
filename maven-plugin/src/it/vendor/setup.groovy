import com.sun.net.httpserver.HttpServer
// It lives in the JVM that runs the tests; verify.groovy stops it.
def server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
server.createContext('/elsewhere.yaml') { exchange ->
    exchange.responseHeaders.set('Location', 'http://other.example/before.yaml')
    exchange.sendResponseHeaders(302, -1)
    exchange.close()
}
server.createContext('/') { exchange ->
    def file = new File(basedir, 'served' + exchange.requestURI.path)
    def bytes = file.isFile() ? file.bytes : new byte[0]
    exchange.sendResponseHeaders(file.isFile() ? 200 : 404, bytes.length == 0 ? -1 : bytes.length)
    if (bytes.length > 0) { exchange.responseBody.write(bytes) }
    exchange.close()
}
server.start()
context.put('server', server)
new File(basedir, '.mvn').mkdirs()
new File(basedir, '.mvn/maven.config').text = "-Dbase=http://127.0.0.1:${server.address.port}\n"
return true
