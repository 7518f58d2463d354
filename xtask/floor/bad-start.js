const notEcmaScript5 = () => 1;
