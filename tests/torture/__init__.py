"""Every text field and importer against what people paste, machines write and mischief types."""
