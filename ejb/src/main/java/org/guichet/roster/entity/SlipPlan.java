package org.guichet.roster.entity;

/**
 * What printing slips comes to.
 *
 * @param title of the class, or the person's name
 * @param people who get a slip, since they have no account yet
 * @param again those of them whose earlier slip stops working
 * @param renewing whether it is for one person who has an account, and gets a new password by it
 */
public record SlipPlan(String title, int people, int again, boolean renewing) {}
