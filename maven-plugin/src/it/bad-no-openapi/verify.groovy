def log = new File(basedir, 'build.log').text
def errors = log.readLines().findAll { it.contains('[DRG-') }
assert errors.size() == 1 : errors
assert errors[0] =~ /spec\.yaml:1:1: / : errors
assert !log.contains('\tat dev.dragoman')
assert !new File(basedir, 'target/generated-sources').exists()
