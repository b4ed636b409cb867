"""Argos packages: the index, installing with checks, and what is installed.

``index`` and ``index_cache`` say what there is, ``downloading`` fetches it, ``archive`` and
``contents`` refuse what is unsafe or damaged, ``placing`` puts a package in its place in one step,
``installing`` does it all, ``installed`` reads what is there, and ``store`` is the face that the
command line shows.
"""
