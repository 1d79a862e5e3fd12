package dev.dragoman.benchmarks.hostile;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Determines from a class file's constant pool which methods it calls (JVMS 17, section 4.4). */
final class ClassCalls {
  private static final Set<String> FORBIDDEN_CLASSES =
      Set.of(
          "java/lang/Runtime",
          "java/lang/ProcessBuilder",
          "java/lang/ClassLoader",
          "java/net/Socket",
          "java/net/URLConnection",
          "java/net/URLClassLoader",
          "java/net/http/HttpClient",
          "java/io/FileOutputStream",
          "java/io/FileWriter",
          "java/nio/file/Files",
          "javax/script/ScriptEngineManager");
  private static final Set<String> FORBIDDEN_METHODS =
      Set.of(
          "java/lang/System.setProperty",
          "java/lang/System.exit",
          "java/lang/System.load",
          "java/lang/System.loadLibrary",
          "java/lang/Class.forName",
          "java/lang/reflect/Method.invoke");

  private final Map<Integer, String> texts = new HashMap<>();

  /** Class constants: the index of their name. */
  private final Map<Integer, Integer> classes = new HashMap<>();

  /** Name-and-type constants: the index of the name. */
  private final Map<Integer, Integer> names = new HashMap<>();

  /** Method references: the indexes of class and name-and-type. */
  private final List<int[]> methods = new ArrayList<>();

  private ClassCalls() {}

  /** Calls for which a generated class has no reason, such as {@code java/lang/System.exit}. */
  static List<String> forbidden(byte[] classFile) throws IOException {
    ClassCalls calls = new ClassCalls();
    calls.read(new DataInputStream(new ByteArrayInputStream(classFile)));
    return calls.methods.stream().map(calls::name).filter(ClassCalls::isForbidden).toList();
  }

  private static boolean isForbidden(String method) {
    return FORBIDDEN_METHODS.contains(method)
        || FORBIDDEN_CLASSES.contains(method.substring(0, method.lastIndexOf('.')));
  }

  private String name(int[] method) {
    return texts.get(classes.get(method[0])) + "." + texts.get(names.get(method[1]));
  }

  private void read(DataInputStream in) throws IOException {
    if (in.readInt() != 0xCAFEBABE) {
      throw new IOException("no class file");
    }
    in.skipNBytes(4);
    int count = in.readUnsignedShort();
    for (int index = 1; index < count; index++) {
      index += constant(in, index);
    }
  }

  /** Reads a constant; returns how many further indexes it takes. */
  private int constant(DataInputStream in, int index) throws IOException {
    int tag = in.readUnsignedByte();
    switch (tag) {
      case 1 -> texts.put(index, in.readUTF());
      case 3, 4, 9, 17, 18 -> in.skipNBytes(4);
      case 5, 6 -> {
        in.skipNBytes(8);
        return 1;
      }
      case 7 -> classes.put(index, in.readUnsignedShort());
      case 8, 16, 19, 20 -> in.skipNBytes(2);
      case 10, 11 -> methods.add(new int[] {in.readUnsignedShort(), in.readUnsignedShort()});
      case 12 -> {
        names.put(index, in.readUnsignedShort());
        in.skipNBytes(2);
      }
      case 15 -> in.skipNBytes(3);
      default -> throw new IOException("constant of unknown kind " + tag);
    }
    return 0;
  }
}
