"""`business:` of `site.yaml`: who answers for the site, and what Italian law wants said there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from sitegen.parse.fields import Email, Phone, Text
from sitegen.parse.nodes import Mapping, Node, Scalar
from sitegen.problems import Place, Problem, problem


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """A postal address; shown only where `public`."""

    street: Text = Text("")
    zip: str = ""
    city: Text = Text("")
    province: str = ""
    country: str = "IT"
    public: bool = False


class Business(msgspec.Struct, frozen=True, kw_only=True):
    """Who answers for the site, as Italian law wants it said (DPR 633/1972 art. 35, D.Lgs. 70/2003 art. 7)."""

    kind: Literal["professional", "company", "private"] = "professional"
    trading_name: Text = Text("")
    legal_name: Text = Text("")
    vat_id: str = ""
    tax_code: str = ""
    rea: str = ""
    pec: Email = Email("")
    address: Address = Address()
    phone: Phone = Phone("")
    email: Email = Email("")
    hours: tuple[Text, ...] = ()
    area_served: tuple[Text, ...] = ()
    law4_2013: Text = Text("")
    association: Text = Text("")
    insurance: Text = Text("")
    founded: int = 0


_ANSWERS = {"sì": "true", "si": "true", "vero": "true", "on": "true", "falso": "false", "off": "false"}


def missing_duties(business: Business, node: Mapping, written_at: Place) -> Iterator[Problem]:
    """All that is wrong in `business:` as a whole; `node` is what was written, `written_at` where its name stands."""
    if business.kind != "private":
        yield from _vat_number(business, node, written_at)
        missing = list(_missing(business, node))
        if missing:
            yield problem("W209", written_at, fields=", ".join(missing))
    law = node.get("law4_2013")
    if isinstance(law, Scalar) and (near := _ANSWERS.get(law.text.strip().casefold())):
        yield problem("E107", law.place, field="law4_2013", written=law.text, near=near, known="true, false")
    address = node.get("address")
    if business.address.country in ("", "IT") and not re.fullmatch(r"(\d{5})?", business.address.zip, re.ASCII):
        place = _place(address.get("zip") if isinstance(address, Mapping) else None, written_at)
        yield problem("E105", place, field="zip", expected="zip", near="")
    founded = node.get("founded")
    if business.founded and not 1000 <= business.founded <= 9999:
        yield problem("E105", _place(founded, written_at), field="founded", expected="year", near="",
                      written=str(business.founded))  # fmt: skip


def _vat_number(business: Business, node: Mapping, written_at: Place) -> Iterator[Problem]:
    """DPR 633/1972 art. 35 c. 1: the VAT number stands on the home page of every site that serves the activity."""
    if not business.vat_id:
        yield problem("E208", written_at)
    elif business.address.country in ("", "IT") and not is_vat_number(business.vat_id):
        yield problem("E209", _place(node.get("vat_id"), written_at), written=business.vat_id)


def _missing(business: Business, node: Mapping) -> Iterator[str]:
    """D.Lgs. 70/2003 art. 7 c. 1: name, domicile or seat, direct contacts with an email, REA if any; of a company the seat
    is public (art. 2250 c.c.).
    """
    if not (business.legal_name or business.trading_name):
        yield "legal_name"
    if not business.address.city:
        yield "address"
    elif business.kind == "company" and not business.address.public:
        yield "address: public: true"
    if not business.email and node.get("email") is None:  # else it is told as none
        yield "email"
    if business.kind == "company" and not business.rea:
        yield "rea"


def is_vat_number(written: str) -> bool:
    """Whether it is an Italian VAT number: eleven digits, perhaps after `IT`, the last of which checks the others (it makes
    the sum that Luhn's rule takes a multiple of ten; DM 23 December 1976).
    """
    digits = written.removeprefix("IT").strip()
    if not re.fullmatch(r"[0-9]{11}", digits):
        return False
    total = sum(int(digit) for digit in digits[::2])
    total += sum(sum(divmod(2 * int(digit), 10)) for digit in digits[1::2])
    return total % 10 == 0


def _place(node: Node | None, otherwise: Place) -> Place:
    return node.place if node else otherwise
