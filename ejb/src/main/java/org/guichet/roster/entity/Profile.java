package org.guichet.roster.entity;

/** What somebody is to an organisation; each has files of its own. The order is that of imports. */
public enum Profile {
  /** Pupils and adult learners: the register of holders. */
  PUPIL,
  /** Parents and other guardians. */
  PARENT,
  TEACHER,
  STAFF,
  GUEST
}
