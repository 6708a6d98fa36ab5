/** Giving and taking rights: by administrators of different grades, each in their own part (ESOP 6.11.1.2, 6.11.1.3). */
@org.jspecify.annotations.NullMarked
package esop.identity.administration;
