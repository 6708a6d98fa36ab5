/** How people and systems prove who they are, and what stands before every endpoint (ESOP 6.11.1.1, 7.1.2.3). */
@org.jspecify.annotations.NullMarked
package esop.identity.signon;
