import groovy.json.JsonSlurper
import java.nio.file.Files
import java.security.MessageDigest
import java.util.zip.ZipFile

def bundle = new File(basedir, 'target/bundle-1.4.mcpb')
def zip = new ZipFile(bundle)
def names = zip.entries()*.name
assert names.containsAll(['manifest.json', 'server/launch.sh', 'server/launch.cmd', 'server/server.jar'])
assert names.any { it.startsWith('server/lib/dragoman-runtime-') }
assert names.any { it.startsWith('server/lib/jackson-core-') }
assert !names.any { it.contains('junit') }
def manifest = new JsonSlurper().parse(zip.getInputStream(zip.getEntry('manifest.json')))
assert manifest.version == '1.4.0'
assert manifest.author == [name: 'Lamp Inc.', url: 'https://lamp.example']
assert manifest.license == 'Apache-2.0'
assert manifest.privacy_policies == ['https://lamp.example/privacy']
assert manifest.tools*.name == ['search', 'execute', 'submit_mcp_feedback']
assert manifest.server.mcp_config.args == ['${__dirname}/server/launch.sh', '--feedback', '${HOME}/lamp-feedback.jsonl']
assert manifest.user_config.api_key.sensitive && manifest.user_config.read_only.default
assert zip.getInputStream(zip.getEntry('server/launch.sh')).text.contains(' com.example.LampServer --stdio')
zip.close()

// The same input makes the same bytes.
assert Files.mismatch(bundle.toPath(), new File(basedir, 'target/again.mcpb').toPath()) == -1

def entry = new JsonSlurper().parse(new File(basedir, 'target/server.json'))
assert entry.name == 'com.example/lamp-mcp'
def sum = MessageDigest.getInstance('SHA-256').digest(bundle.bytes).encodeHex().toString()
assert entry.packages[0].fileSha256 == sum

def log = new File(basedir, 'build.log').text
assert log.contains('lamp-mcp-server 1.4.0: ') && log.contains('sha256 ' + sum)
assert log.contains('Cannot pack the server:')
assert log.contains('The version next is not a semantic version') && log.contains('Set bundleVersion.')
assert !new File(basedir, 'target/wrong.mcpb').exists()

// It runs: a desktop app has no PATH with Java, so JAVA_HOME says where it is.
def unpacked = new File(basedir, 'target/unpacked')
def packed = new ZipFile(bundle)
packed.entries().each { item ->
  def file = new File(unpacked, item.name)
  file.parentFile.mkdirs()
  file.bytes = packed.getInputStream(item).bytes
}
packed.close()
def java = System.getProperty('java.home')
def server = ['/bin/sh', 'server/launch.sh', '--mock', '--feedback', 'off'].execute(
    ['JAVA_HOME=' + java, 'PATH=/usr/bin:/bin', 'LAMP_READ_ONLY=true', 'LAMP_BASE_URL=${user_config.base_url}'], unpacked)
def messages = [
    '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"it","version":"1"}}}',
    '{"jsonrpc":"2.0","method":"notifications/initialized"}',
    '{"jsonrpc":"2.0","id":2,"method":"tools/list"}']
server.outputStream.withWriter { out -> messages.each { out.write(it + '\n') } }
def answers = server.inputStream.text
assert server.waitFor() == 0 : server.errorStream.text
assert answers.contains('"search"') && answers.contains('"execute"')
return true
