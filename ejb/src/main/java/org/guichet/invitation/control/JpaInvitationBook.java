package org.guichet.invitation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.guichet.account.entity.AdministeredGroup;
import org.guichet.account.entity.AdministeredPlaces;
import org.guichet.account.entity.GrantPlace;
import org.guichet.flux.register.NameFolding;
import org.guichet.invitation.entity.Invitation;
import org.guichet.invitation.entity.InvitationQuery;
import org.guichet.invitation.entity.InvitationQuery.Sort;
import org.guichet.invitation.entity.InvitationStatus;
import org.guichet.platform.control.LikePattern;
import org.guichet.platform.control.SqlText;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;

/** In the database. */
@ApplicationScoped
public class JpaInvitationBook implements InvitationBook {
  private static final String LISTED =
      " from invitation i left join organisation o on o.id = i.organisation"
          + " left join account c on c.id = i.created_by where ";

  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public JpaInvitationBook() {}

  public JpaInvitationBook(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(Invitation invitation) {
    em.persist(invitation);
  }

  @Override
  public Optional<Invitation> find(UUID id) {
    return Optional.ofNullable(em.find(Invitation.class, id));
  }

  @Override
  public List<Invitation> batch(UUID batch) {
    return em.createQuery(
            "select i from Invitation i where i.batch = :batch order by i.id", Invitation.class)
        .setParameter("batch", batch)
        .getResultList();
  }

  @Override
  public Optional<Invitation> find(Sha256 lookUp) {
    return em.createQuery("select i from Invitation i where i.lookUp = :hash", Invitation.class)
        .setParameter("hash", lookUp.hex())
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<Invitation> lock(Sha256 lookUp) {
    return find(lookUp).flatMap(found -> lock(found.id()));
  }

  @Override
  public Optional<Invitation> lock(UUID id) {
    Optional<Invitation> row =
        Optional.ofNullable(em.find(Invitation.class, id, LockModeType.PESSIMISTIC_WRITE));
    row.ifPresent(em::refresh); // as it stands now, not as it was found before it was locked
    return row;
  }

  @Override
  public List<Invitation> page(
      InvitationQuery query, AdministeredPlaces within, Optional<Sha256> lookUp, Instant now) {
    SqlText text = new SqlText().add("select cast(i.id as varchar(36)), " + key(query) + LISTED);
    conditions(text, query, within, lookUp, now);
    String way = query.descending() ? " desc" : " asc";
    text.add(" order by ");
    if (query.grouped()) {
      together(text, query, within);
    }
    text.add("2" + way + " nulls last, i.created_at desc, i.id");
    return text.rows(em, query.page().first(), query.page().size()).stream()
        .map(row -> em.find(Invitation.class, SqlText.id(String.valueOf(row[0]))))
        .toList();
  }

  @Override
  public long count(
      InvitationQuery query, AdministeredPlaces within, Optional<Sha256> lookUp, Instant now) {
    SqlText text = new SqlText().add("select count(*)" + LISTED);
    conditions(text, query, within, lookUp, now);
    return text.number(em);
  }

  private static String key(InvitationQuery query) {
    return switch (query.sort()) {
      case CREATOR -> "c.name_folded";
      case PLACE -> "coalesce(o.name, i.service_group)";
      case CREATED -> "i.created_at";
      case LAST_DAY -> "i.last_day";
    };
  }

  /**
   * Codes of one place after the other: organisations by name, groups as the catalogue has them.
   */
  private static void together(SqlText text, InvitationQuery query, AdministeredPlaces within) {
    String way = query.sort() == Sort.PLACE && query.descending() ? " desc, " : " asc, ";
    text.add("case when i.organisation is null then 1 else 0 end" + way);
    if (within.groups().size() > 1) {
      text.add("case i.service_group");
      for (int i = 0; i < within.groups().size(); i++) {
        text.add(" when ? then " + i, within.groups().get(i).code());
      }
      text.add(" end" + way);
    }
    text.add("o.name" + way + "o.matricule" + way);
  }

  private static void conditions(
      SqlText text,
      InvitationQuery query,
      AdministeredPlaces within,
      Optional<Sha256> lookUp,
      Instant now) {
    scope(text, within);
    query
        .place()
        .ifPresent(
            place ->
                place.fold(
                    organisation -> text.add(" and i.organisation = ?", organisation.value()),
                    group -> text.add(" and i.service_group = ?", group)));
    query.status().ifPresent(status -> standing(text, status, now));
    if (lookUp.isPresent()) {
      text.add(" and i.look_up = ?", lookUp.get().hex());
    } else {
      words(query.text())
          .forEach(
              word ->
                  text.add(
                      " and c.name_folded like ? escape '" + LikePattern.ESCAPE + "'",
                      LikePattern.holding(word)));
    }
  }

  private static void scope(SqlText text, AdministeredPlaces within) {
    text.add("(1 = 0");
    if (within.everywhere()) {
      text.add(" or i.organisation is not null");
    } else if (!within.organisations().isEmpty()) {
      text.add(
          " or i.organisation in (" + places(within.organisations()) + ")",
          within.organisations().stream().map(OrganisationId::value).toArray());
    }
    if (!within.groups().isEmpty()) {
      text.add(
          " or i.service_group in (" + places(within.groups()) + ")",
          within.groups().stream().map(AdministeredGroup::code).toArray());
    }
    text.add(")");
  }

  private static String places(List<?> values) {
    return String.join(", ", Collections.nCopies(values.size(), "?"));
  }

  private static void standing(SqlText text, InvitationStatus status, Instant now) {
    switch (status) {
      case USED -> text.add(" and i.used_at is not null");
      case DEACTIVATED -> text.add(" and i.used_at is null and i.deactivated_at is not null");
      case VALID ->
          text.add(
              " and i.used_at is null and i.deactivated_at is null and i.expires_at > ?",
              now.atOffset(ZoneOffset.UTC));
      case EXPIRED ->
          text.add(
              " and i.used_at is null and i.deactivated_at is null and i.expires_at <= ?",
              now.atOffset(ZoneOffset.UTC));
    }
  }

  /** As names are folded for search. */
  private static List<String> words(String typed) {
    String folded = NameFolding.words(typed);
    return folded == null
        ? List.of()
        : Stream.of(folded.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
  }

  @Override
  public List<OrganisationId> organisations(int most) {
    SqlText text =
        new SqlText()
            .add(
                "select cast(o.id as varchar(36)), o.name from organisation o"
                    + " where (select count(*) from invitation i where i.organisation = o.id) > 0"
                    + " order by o.name, o.matricule");
    return text.rows(em, 0, most).stream()
        .map(row -> new OrganisationId(SqlText.id(String.valueOf(row[0]))))
        .toList();
  }

  @Override
  public List<Invitation> overWithCode(Instant now, int most) {
    return em.createQuery(
            "select i from Invitation i where i.expiresAt <= :now and i.closed is not null",
            Invitation.class)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public List<Invitation> ending(Instant now, Instant soon, Instant madeBefore, int most) {
    return em.createQuery(
            "select i from Invitation i where i.expiresAt > :now and i.expiresAt <= :soon"
                + " and i.createdAt <= :made and i.closed is not null and i.remindedAt is null"
                + " and i.createdBy is not null order by i.createdBy, i.expiresAt",
            Invitation.class)
        .setParameter("now", now)
        .setParameter("soon", soon)
        .setParameter("made", madeBefore)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public List<Invitation> usedBy(AccountId account) {
    return em.createQuery(
            "select i from Invitation i where i.usedBy = :account order by i.usedAt desc",
            Invitation.class)
        .setParameter("account", account.value())
        .getResultList();
  }

  @Override
  public List<Invitation> used(GrantPlace place) {
    String used = " = :place and i.usedBy is not null order by i.usedAt";
    return place.fold(
        organisation ->
            em.createQuery(
                    "select i from Invitation i where i.organisation" + used, Invitation.class)
                .setParameter("place", organisation.value())
                .getResultList(),
        group ->
            em.createQuery("select i from Invitation i where i.group" + used, Invitation.class)
                .setParameter("place", group)
                .getResultList());
  }
}
