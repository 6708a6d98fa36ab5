/** 一级 ESOP: product orders TMF622 that provinces send up, and orders it sends down to ESOP. */
@org.jspecify.annotations.NullMarked
package esop.sandbox.firstlevel;
