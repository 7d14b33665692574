/// Editors for the arguments of functions: one for every shape of [placewatch.form.Shape]. JavaFX thread.
package placewatch.control.form;
