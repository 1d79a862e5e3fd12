def log = new File(basedir, 'build.log').text
def errors = log.readLines().findAll { it.contains('[DRG-') }
assert errors.size() == 1 : errors
assert errors[0] =~ /spec\.json:3:\d+/ : errors
assert !log.contains('\tat dev.dragoman')
assert !new File(basedir, 'target/generated-sources').exists()
