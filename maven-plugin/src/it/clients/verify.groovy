import groovy.json.JsonSlurper
def log = new File(basedir, 'build.log').text
def local = new File(basedir, 'target/clients')
assert log.contains('How to connect clients to lamp: ' + new File(local, 'clients.md'))
assert new File(local, 'clients.md').text.contains('# Lamp MCP server')
def cursor = new JsonSlurper().parse(new File(local, 'cursor/open/mcp.json'))
assert cursor.mcpServers.lamp.url == 'http://127.0.0.1:8080/mcp'
def desktop = new JsonSlurper().parse(new File(local, 'claude-desktop/stdio/claude_desktop_config.json'))
assert desktop.mcpServers.lamp.args == ['-jar', '/opt/lamp.jar', '--stdio']

def hosted = new File(basedir, 'target/hosted/clients.md').text
assert hosted.contains('you sign in at `https://login.example.com`')
assert hosted.contains('claude mcp add --scope user --transport http lamp https://lamps.example.com/mcp')
assert !new File(basedir, 'target/hosted/cursor/open').exists()

assert new File(basedir, 'target/several').list().sort() == ['door-bell', 'lamp']
assert new File(basedir, 'target/several/door-bell/clients.md').text.contains('X-Door-Bell-Access-Mode')

assert log.contains('-Ddragoman.url=ftp://lamps.example.com: must be an http or https URL')
assert log.contains('-Ddragoman.waysIn: magic must be anonymous, api-key or oauth.')
assert log.contains('-Ddragoman.waysIn contains oauth: set -Ddragoman.oauthIssuer, too.')
assert log.contains('-Ddragoman.url=none needs -Ddragoman.jar or -Ddragoman.bundleName')
assert !new File(basedir, 'target/refused').exists()
assert !new File(basedir, 'target/generated-sources').exists()
return true
