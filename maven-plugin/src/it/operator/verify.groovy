def sources = new File(basedir, 'target/generated-sources/dragoman/com/example')
def api = new File(sources, 'LampsApi.java').text
def lamps = new File(sources, 'operations/LampsOperations.java').text.replaceAll(/\s+/, ' ')

// The overlay makes a POST a read; the vendor cannot make a DELETE one.
assert lamps.contains('Operation.of("searchLamps", "POST", "/lamps/search", AccessLevel.READ)')
assert lamps.contains('Operation.of("removeLamp", "DELETE", "/lamps/{id}", AccessLevel.DESTRUCTIVE)'
    + ' .onlyFor(AuthMode.USER) .scopedBy("lamps:write", "lamps:admin")')
assert lamps.contains('.securedBy("partnerKey") .onlyFor(AuthMode.PARTNER)')
assert !lamps.contains('resetLamps') && !lamps.contains('oldLamps')
assert !new File(sources, 'operations/LampsApiOperations.java').exists()

assert api.contains('SecurityScheme.Location.QUERY, "key"')
assert api.contains('.securedBy("searchKey")')
assert api.contains('.authMode("partnerKey", AuthMode.PARTNER)')
assert api.contains('.organizationParameter("org_id")')
assert api.contains('.environment("production", "https://lamps.example.com")')
assert api.contains('.environment("sandbox", "https://sandbox.lamps.example.com")')

def tools = new File(basedir, 'target/generated-resources/dragoman/META-INF/dragoman/com/example/tools.json').text
assert tools.contains('"name":"remove_hall_lamp"') && tools.contains('"name":"searchLamps"')

def log = new File(basedir, 'build.log').text
assert log.contains('lamps.yaml:16:26 (#/paths/~1lamps~1{id}/delete/x-dragoman-access): [DRG-PLAN-012]')
assert log.contains('pom.xml (#/includes/1): [DRG-PLAN-010] No operation matches this rule')
assert log.contains('3 operations (2 read, 0 write, 1 destructive)')
assert log.contains('lamps.yaml: nothing has changed since the last run.')
return true
