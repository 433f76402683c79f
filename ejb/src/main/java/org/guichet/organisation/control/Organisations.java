package org.guichet.organisation.control;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.guichet.organisation.entity.Organisation;
import org.guichet.organisation.entity.OrganisationQuery;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;

/** Every organisation of the deployment. */
public interface Organisations {
  void add(Organisation organisation);

  Optional<Organisation> find(OrganisationId id);

  Optional<Organisation> findByMatricule(Matricule matricule);

  /** The organisation that holds the contract of this number, in force or not. */
  Optional<Organisation> findByContract(String number);

  /** Those of these ids that are there, in no order. */
  List<Organisation> findAll(Collection<OrganisationId> ids);

  /** Those whose accounts expire as they chose, by matricule. */
  List<Organisation> choosingExpiry();

  /** Those that want to be told of silences, by matricule. */
  List<Organisation> watchingSilence();

  /** By matricule. */
  List<Organisation> page(PageRequest page);

  List<Organisation> search(OrganisationQuery query, PageRequest page);

  /** How many the query finds in all. */
  long count(OrganisationQuery query);

  long count();
}
