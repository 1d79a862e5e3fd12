def log = new File(basedir, 'build.log').text
def runs = log.split('BUILD SUCCESS')
assert runs[0].contains('2 operations')
assert runs[0].contains('Compiling 5 source files')
assert runs[1].contains('nothing has changed since the last run')
assert runs[1].contains('Nothing to compile')
