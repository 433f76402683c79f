package org.guichet.deposit.control;

import java.time.Clock;
import java.time.ZoneId;
import org.guichet.platform.boundary.FileStore;
import org.guichet.platform.entity.Settings;
import org.guichet.testing.RecordingEvent;
import org.guichet.testing.TestDatabase;

/** Puts the component's control together by hand, for tests of its boundaries. */
public final class ControlBench {
  private ControlBench() {}

  public static SpoolFiles spoolFiles(FileStore store) {
    SpoolFiles files = new SpoolFiles();
    files.store = store;
    return files;
  }

  public static MailWords mailWords(ZoneId zone) {
    MailWords words = new MailWords();
    words.zone = zone;
    return words;
  }

  public static Correspondence correspondence(Settings settings) {
    Correspondence correspondence = new Correspondence();
    correspondence.words = mailWords(settings.zone());
    correspondence.settings = settings;
    return correspondence;
  }

  public static Answers answers(
      FileStore store, PassageVerdicts verdicts, Settings settings, Clock clock) {
    Answers answers = new Answers();
    answers.store = store;
    answers.verdicts = verdicts;
    answers.words = mailWords(settings.zone());
    answers.correspondence = correspondence(settings);
    answers.clock = clock;
    return answers;
  }

  public static Deposits deposits(TestDatabase database) {
    JpaDeposits deposits = new JpaDeposits();
    deposits.em = database.entityManager();
    deposits.moved = new RecordingEvent<>();
    return deposits;
  }

  public static DuplicateDrops duplicates(TestDatabase database) {
    JpaDuplicateDrops duplicates = new JpaDuplicateDrops();
    duplicates.em = database.entityManager();
    duplicates.moved = new RecordingEvent<>();
    return duplicates;
  }

  public static Uploads uploads(TestDatabase database) {
    JpaUploads uploads = new JpaUploads();
    uploads.em = database.entityManager();
    return uploads;
  }

  public static PassageVerdicts verdicts(TestDatabase database) {
    JpaPassageVerdicts verdicts = new JpaPassageVerdicts();
    verdicts.em = database.entityManager();
    return verdicts;
  }

  public static AcceptedKeys keys(TestDatabase database) {
    JpaAcceptedKeys keys = new JpaAcceptedKeys();
    keys.em = database.entityManager();
    return keys;
  }

  public static Lanes lanes(TestDatabase database) {
    JpaLanes lanes = new JpaLanes();
    lanes.em = database.entityManager();
    return lanes;
  }

  public static DepositBooks books(TestDatabase database) {
    DepositBooks books = new DepositBooks();
    books.em = database.entityManager();
    return books;
  }

  public static DepositEntries entries(TestDatabase database) {
    JpaDepositEntries entries = new JpaDepositEntries();
    entries.em = database.entityManager();
    return entries;
  }

  public static MendingBooks mending(TestDatabase database) {
    MendingBooks books = new MendingBooks();
    books.em = database.entityManager();
    return books;
  }

  public static CorrectionChain chain(TestDatabase database) {
    CorrectionChain chain = new CorrectionChain();
    chain.em = database.entityManager();
    return chain;
  }

  public static EntryDraftBook entryDrafts(TestDatabase database) {
    EntryDraftBook book = new EntryDraftBook();
    book.em = database.entityManager();
    return book;
  }

  public static PassageFindings findings(TestDatabase database) {
    JpaPassageFindings findings = new JpaPassageFindings();
    findings.em = database.entityManager();
    return findings;
  }

  public static AttemptReadings readings(TestDatabase database) {
    JpaAttemptReadings readings = new JpaAttemptReadings();
    readings.em = database.entityManager();
    return readings;
  }

  public static PassageIndex index(TestDatabase database) {
    JpaPassageIndex index = new JpaPassageIndex();
    index.em = database.entityManager();
    return index;
  }

  public static VerdictReport report(TestDatabase database) {
    VerdictReport report = new VerdictReport();
    report.findings = findings(database);
    report.verdicts = verdicts(database);
    report.readings = readings(database);
    return report;
  }

  public static DepositPapers papers(TestDatabase database, Settings settings) {
    DepositPapers papers = new DepositPapers();
    papers.report = report(database);
    papers.settings = settings;
    return papers;
  }
}
