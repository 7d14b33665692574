/// Forms for the arguments of functions: what a JSON Schema asks for, what was typed, and the JSON that it stands for.
/// Plain values without threads or windows.
package placewatch.form;
