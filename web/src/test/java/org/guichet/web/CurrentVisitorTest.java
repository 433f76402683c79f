package org.guichet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.web.SomePeople.claire;
import static org.guichet.web.SomePeople.organisation;
import static org.guichet.web.SomePeople.visiting;

import org.guichet.account.entity.SignedInPerson.Belonging;
import org.guichet.platform.entity.Caller;
import org.junit.jupiter.api.Test;

class CurrentVisitorTest {
  private static final Belonging FIRST = organisation(1, true);
  private static final Belonging SECOND = organisation(2, true);
  private static final Belonging SUSPENDED = organisation(3, false);

  @Test
  void isNobodyBeforeSigningIn() {
    CurrentVisitor visitor = SomePeople.nobody(new Requests.Asked());
    assertThat(visitor.isSignedIn()).isFalse();
    assertThat(visitor.getOrganisation()).isNull();
    assertThat(visitor.caller()).isEqualTo(Caller.visitor("192.0.2.7"));
  }

  @Test
  void worksForTheFirstOrganisationUntilAnotherIsChosen() {
    CurrentVisitor visitor = visiting(claire(FIRST, SECOND), new Requests.Asked());
    assertThat(visitor.getOrganisation()).isEqualTo(FIRST);
    assertThat(visitor.caller().organisation()).contains(FIRST.organisation());
    assertThat(chosen("77ZZZ002").getOrganisation()).isEqualTo(SECOND);
  }

  @Test
  void neverWorksForAnOrganisationThatIsntTheirsOrIsSuspended() {
    assertThat(chosen("77ZZZ009").getOrganisation()).isEqualTo(FIRST);
    assertThat(chosen("77ZZZ003").getOrganisation()).isEqualTo(FIRST);
    assertThat(chosen("77ZZZ003").getOrganisations()).containsExactly(FIRST, SECOND);
  }

  @Test
  void hasANameAndItsInitials() {
    CurrentVisitor visitor = visiting(claire(), new Requests.Asked());
    assertThat(visitor.getName()).isEqualTo("Claire Montségur");
    assertThat(visitor.getInitials()).isEqualTo("CM");
    assertThat(visitor.caller().organisation()).isEmpty();
  }

  private static CurrentVisitor chosen(String matricule) {
    return visiting(
        claire(FIRST, SECOND, SUSPENDED),
        new Requests.Asked().cookie(CurrentVisitor.CHOICE, matricule));
  }
}
