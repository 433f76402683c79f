package org.guichet.deposit.entity;

import java.time.YearMonth;

/**
 * What became of the passages of a month's deposits.
 *
 * @param month in which the files were received, in the deployment's zone
 * @param files that were decided, dry runs apart
 */
public record MonthlyQuality(YearMonth month, long files, long accepted, long rejected) {}
