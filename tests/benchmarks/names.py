"""Invented names in many scripts, drawn as they occur: some often, most seldom, and some twice."""

import random
from dataclasses import dataclass

from tests.unit.people.crowd import NAMES as LATIN

ARABIC = (
    "Mohammed محمد|Ahmad أحمد|Fatima فاطمة|Ali علي|Maryam مريم|Hassan حسن|Khadija خديجة|Omar عمر|Zaynab زينب|"
    "Yusuf يوسف|Layla ليلى|Ibrahim إبراهيم|Salma سلمى|Khalid خالد|Noor نور|Mustafa مصطفى|Huda هدى|Samir سمير",
    "al-Masri المصري|Haddad حداد|Mansour منصور|Nasser ناصر|Khoury خوري|Saleh صالح|Hamdan حمدان|Qasim قاسم|"
    "al-Ahmad الأحمد|Darwish درويش|Mahmoud محمود|Sabbagh صباغ|Najjar نجار|Shaheen شاهين|Taha طه|Zaidan زيدان",
)
BENGALI = (
    "Shirin শিরিন|Rahima রহিমা|Rahim রহিম|Karim করিম|Fatema ফাতেমা|Nasrin নাসরিন|Jahanara জাহানারা|Abdul আব্দুল|"
    "Salma সালমা|Rokeya রোকেয়া|Mohammad মোহাম্মদ|Anwara আনোয়ারা|Kamal কামাল|Shamsun শামসুন|Habib হাবিব|Lipi লিপি",
    "Akter আক্তার|Begum বেগম|Rahman রহমান|Hossain হোসেন|Islam ইসলাম|Khatun খাতুন|Ahmed আহমেদ|Miah মিয়া|"
    "Chowdhury চৌধুরী|Ali আলী|Uddin উদ্দিন|Sarkar সরকার|Das দাস|Haque হক|Sultana সুলতানা|Talukdar তালুকদার",
)
CHINESE = (
    "Xiaoming 小明|Wei 伟|Fang 芳|Xiuying 秀英|Na 娜|Min 敏|Jing 静|Li 丽|Qiang 强|Lei 磊|Jun 军|Yang 洋|"
    "Guilan 桂兰|Zhiqiang 志强|Xiaohong 小红|Jianguo 建国|Meiling 美玲|Yuhua 玉华",
    "Wang 王|Li 李|Zhang 张|Liu 刘|Chen 陈|Yang 杨|Huang 黄|Zhao 赵|Wu 吴|Zhou 周|Xu 徐|Sun 孙|Ma 马|Lin 林",
)
GURMUKHI = (
    "Harpreet ਹਰਪ੍ਰੀਤ|Manjit ਮਨਜੀਤ|Gurmeet ਗੁਰਮੀਤ|Jasbir ਜਸਬੀਰ|Amarjit ਅਮਰਜੀਤ|Balwinder ਬਲਵਿੰਦਰ|Simran ਸਿਮਰਨ",
    "Kaur ਕੌਰ|Singh ਸਿੰਘ|Gill ਗਿੱਲ|Sandhu ਸੰਧੂ|Dhillon ਢਿੱਲੋਂ|Grewal ਗਰੇਵਾਲ|Sidhu ਸਿੱਧੂ",
)
CYRILLIC = (
    "Olena Олена|Oksana Оксана|Ivan Іван|Natalia Наталія|Petro Петро|Iryna Ірина|Bohdan Богдан|Halyna Галина",
    "Shevchenko Шевченко|Bondarenko Бондаренко|Kovalenko Коваленко|Melnyk Мельник|Tkachenko Ткаченко|Koval Коваль",
)
TAMIL = (
    "Kumaran குமரன்|Meena மீனா|Selvi செல்வி|Arul அருள்|Kavitha கவிதா|Murugan முருகன்|Lakshmi லட்சுமி",
    "Rajan ராஜன்|Nathan நாதன்|Selvan செல்வன்|Pillai பிள்ளை|Moorthy மூர்த்தி|Ganesan கணேசன்",
)
WRITTEN = (
    (ARABIC, 8, " "),
    (BENGALI, 8, " "),
    (CHINESE, 10, ""),
    (GURMUKHI, 3, " "),
    (CYRILLIC, 3, " "),
    (TAMIL, 2, " "),
)
LATIN_WEIGHT = 66
SCRIPT_ALONE = 0.25  # how many of those with another script are written in it alone
ACCENTS = str.maketrans({"z": "ż", "l": "ł", "c": "ć", "o": "ó"})


@dataclass(frozen=True, slots=True)
class Named:
    """What somebody is called."""

    name: str
    family: str | None
    in_script: str | None = None


def draw(dice: random.Random) -> Named:
    """Return somebody's name."""
    weights = (LATIN_WEIGHT, *(weight for _, weight, _ in WRITTEN))
    chosen = dice.choices(range(len(weights)), weights)[0]
    return _written(dice, *WRITTEN[chosen - 1]) if chosen else _latin(dice)


def _latin(dice: random.Random) -> Named:
    given, family = (names.split() for names in dice.choice(LATIN))
    surname = _seldom_ones(dice, family)
    first = " ".join(dice.sample(given, dice.choices((1, 2), (80, 20))[0]))
    if dice.random() < 0.05:
        return Named(first, None)
    if dice.random() < 0.05:
        surname = surname.translate(ACCENTS)
    return Named(f"{first} {surname}", surname)


def _written(dice: random.Random, pairs: tuple[str, str], _weight: int, between: str) -> Named:
    given, family = (_seldom_ones(dice, part.split("|")).rsplit(" ", 1) for part in pairs)
    whole = (family[1], given[1]) if not between else (given[1], family[1])
    in_script = between.join(whole)
    if dice.random() < SCRIPT_ALONE:
        return Named(in_script, family[1] if between else None)
    return Named(f"{given[0]} {family[0]}", family[0], in_script)


def _seldom_ones(dice: random.Random, names: list[str]) -> str:
    """Return one of the names, the first ones far more often, as it is with names everywhere."""
    return names[min(int(dice.expovariate(3 / len(names))), len(names) - 1)]
