package dev.dragoman.runtime.tool.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.runtime.extension.RefusedException;
import dev.dragoman.runtime.mcp.tool.ClientCapability;
import dev.dragoman.runtime.mcp.tool.ClientInput;
import dev.dragoman.runtime.mcp.tool.InputRequired;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class QuestionsTest {
  private static final ClientInput ABLE = ClientInput.of(Set.of(ClientCapability.ELICITATION));

  private static InputRequired asked(Questions questions, String question) {
    return catchThrowableOfType(
            InputNeededException.class, () -> questions.ask(question, Optional.empty()))
        .required();
  }

  private static ClientInput answered(InputRequired required, String action) {
    ObjectNode reply =
        (ObjectNode) JsonMapper.shared().readTree("{\"action\": \"%s\"}".formatted(action));
    return ABLE.answered(Map.of("question", reply), required.state());
  }

  @Test
  void answersAreGivenToTheQuestionsInTheirOrder() {
    InputRequired first = asked(new Questions("t", ABLE), "one?");
    ClientInput once = answered(first, "accept");
    Questions second = new Questions("t", once);
    assertThat(second.isConfirmed("one?")).isTrue();
    ClientInput twice = answered(asked(second, "two?"), "decline");

    Questions third = new Questions("t", twice);
    assertThat(third.isConfirmed("one?")).isTrue();
    assertThat(third.isConfirmed("two?")).isFalse();
  }

  @Test
  void anAnswerToAnotherQuestionDoesNotCount() {
    ClientInput once = answered(asked(new Questions("t", ABLE), "delete 1 item?"), "accept");
    assertThat(asked(new Questions("t", once), "delete 100 items?").requests())
        .containsOnlyKeys("question");
  }

  @Test
  void aReplyWithoutStateIsNoAnswer() {
    ObjectNode reply = (ObjectNode) JsonMapper.shared().readTree("{\"action\": \"accept\"}");
    ClientInput forged =
        new ClientInput(
            Set.of(ClientCapability.ELICITATION), Map.of("question", reply), Optional.empty());
    assertThat(asked(new Questions("t", forged), "one?").requests()).hasSize(1);
  }

  @Test
  void aClientThatCannotAskIsTold() {
    assertThatThrownBy(() -> new Questions("t", ClientInput.none()).isConfirmed("one?"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("The tool t has to ask the user", "elicitation");
  }

  @Test
  void aToolCannotAskForever() {
    ClientInput input = ABLE;
    for (int round = 0; round < 5; round++) {
      Questions questions = new Questions("t", input);
      for (int i = 0; i < round; i++) {
        questions.isConfirmed("question " + i);
      }
      input = answered(asked(questions, "question " + round), "accept");
    }
    Questions last = new Questions("t", input);
    for (int i = 0; i < 5; i++) {
      assertThat(last.isConfirmed("question " + i)).isTrue();
    }
    assertThatThrownBy(() -> last.isConfirmed("question 5"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("too many questions");
  }
}
