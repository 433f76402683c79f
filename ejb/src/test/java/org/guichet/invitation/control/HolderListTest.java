package org.guichet.invitation.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.guichet.invitation.control.HolderList.Listed;
import org.guichet.invitation.entity.InvitationMistake;
import org.guichet.invitation.entity.InvitationMistake.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolderListTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nom;Prénom;Courriel\nPetit;Ana;ana@example.org\n",
        "\uFEFFcourriel,nom,prenom\r\nana@example.org,Petit,Ana\r\n",
        "First name\tLast name\tE-mail\n Ana \tPetit\tana@example.org\n\n",
      })
  void takesColumnsOfAnyOrderAndSeparator(String text) {
    HolderList list = HolderList.read(text);

    assertThat(list.mistakes()).isEmpty();
    assertThat(list.people()).containsExactly(new Listed(2, "Ana", "Petit", "ana@example.org"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', LIST_EMPTY",
    "'nom;prenom;courriel', LIST_EMPTY",
    "'nom;courriel', LIST_COLUMNS",
  })
  void saysWhatIsMissing(String text, Code expected) {
    assertThat(HolderList.read(text).mistakes())
        .singleElement()
        .satisfies(one -> assertThat(one.code()).isEqualTo(expected));
  }

  @Test
  void findsAnAddressThatStandsThereTwice() {
    HolderList list = HolderList.read("nom;prenom;courriel\nA;B;a@x.fr\nC;D;c@x.fr\nA;B;A@X.fr\n");

    assertThat(list.people()).isEmpty();
    assertThat(list.mistakes())
        .singleElement()
        .satisfies(one -> assertThat(one.arguments()).isEqualTo(List.of("4", "A@X.fr", "2")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void countsLinesAsTheFileHasThem(String end) {
    String text =
        String.join(
            end,
            "",
            "nom;prenom;courriel",
            "",
            "Petit;Ana;ana@example.org",
            "",
            "",
            "\"Roy",
            "Blanc\";Omar;omar@example.org",
            "",
            "Loriot;Ida;ida@example.org");

    assertThat(HolderList.read(text).people())
        .extracting(Listed::line)
        .containsExactly(4L, 7L, 10L);
    assertThat(HolderList.read(text + end).people())
        .extracting(Listed::line)
        .containsExactly(4L, 7L, 10L);
  }

  @Test
  void refusesWhatIsTooLargeAndSaysHowMuchIsRead() {
    assertThat(HolderList.read("nom;prenom;courriel\n" + "x".repeat(200_000)).mistakes())
        .containsExactly(InvitationMistake.of("list", Code.LIST_TOO_LARGE, "200"));
  }

  @Test
  void refusesWhatIsTooLongAndWhatIsNoTable() {
    assertThat(HolderList.read("nom;prenom;courriel\n" + "A;B;c\n".repeat(101)).mistakes())
        .extracting(one -> one.code())
        .containsExactly(Code.LIST_TOO_LONG);
    assertThat(HolderList.read("nom;prenom;courriel\n\"A;B;c\n").mistakes())
        .extracting(one -> one.code())
        .containsExactly(Code.LIST_UNREADABLE);
  }
}
