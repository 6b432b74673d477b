"""Whether the machine and the site's folder are well: what sitegen needs of them, looked at one by one."""
