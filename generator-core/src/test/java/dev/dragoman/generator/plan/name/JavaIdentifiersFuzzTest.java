package dev.dragoman.generator.plan.name;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

class JavaIdentifiersFuzzTest {
  @FuzzTest
  @DictionaryFile(resourcePath = "/fuzz/names.dict")
  void everyNameIsLegalAndOfItsOwn(byte[] bytes) {
    NameTable types = new NameTable(ReservedNames.TYPES);
    NameTable members = new NameTable(ReservedNames.COMPONENTS);
    Set<String> taken = new HashSet<>();
    ReservedNames.TYPES.forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
    for (String word : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
      String type = types.claim(JavaIdentifiers.typeName(word, "Type"));
      String member = members.claim(JavaIdentifiers.memberName(word, "member"));
      for (String name : List.of(type, member, JavaIdentifiers.constantName(word, "VALUE"))) {
        assertThat(name).matches("[A-Za-z_][A-Za-z0-9_]{0,120}");
        assertThat(SourceVersion.isName(name)).as(name).isTrue();
      }
      assertThat(taken.add(type.toLowerCase(Locale.ROOT))).as(type).isTrue();
    }
  }
}
