# SPDX-License-Identifier: GPL-3.0-or-later
"""Invented people, all different, as a team in a mixed city would know them: the same for the same seed."""

import random

from app.people.rules import Candidate
from db.search import fold
from db.types import PersonId

NAMES = (
    (
        "Alice Amy Barbara Beryl Brian Carol Colin Craig Denise Derek Donna Dorothy Doreen Elaine Fiona "
        "Gareth Gemma Gillian Graham Heather Ian Jean Joan Julie June Karen Keith Kevin Lee Linda Lisa Lorna "
        "Louise Marion Mark Maureen Nigel Norma Pamela Paul Paula Pauline Roger Ruth Sandra Sharon Sheila "
        "Simon Stella Trevor Wendy",
        "Adams Allen Atkins Bailey Barker Baxter Bell Bennett Booth Bradley Brooks Bryant Burton Carter "
        "Chapman Cook Cooper Cox Dawson Dixon Elliott Ellis Fisher Ford Foster Gibson Gray Green Hall Harper "
        "Harris Hill Holmes Hunt Jackson Kelly Knight Lane Lawson Marsh Mason Miller Moore Newton Palmer "
        "Parker Pearce Porter Price Shaw Slater Turner",
    ),
    (
        "Abida Adeel Aisha Amina Amir Amira Anwar Asif Asma Bilal Bushra Faisal Farah Farida Farzana Fatima "
        "Habib Hamid Hassan Hussain Ibrahim Imran Iqbal Irfan Jamila Kabir Karim Karima Khadija Khalid "
        "Mohammed Nadia Nasim Nasir Nasreen Rabia Rashid Rehana Rubina Sadia Saima Salim Salma Samina Shabnam "
        "Shahid Shamim Shazia Tahira Tariq Yasmin Yusuf Zahid",
        "Ahmed Akhtar Akram Ali Anwar Ashraf Aslam Aziz Bashir Begum Bhatti Butt Chaudhry Dar Farooq Ghani "
        "Haque Hussain Iqbal Islam Jamil Javed Kausar Khan Khatun Mahmood Malik Miah Mirza Mughal Nawaz "
        "Qureshi Rafiq Rahman Raja Rashid Saleem Shah Siddiqui Sultana Uddin Ullah Yaqub Zaman",
    ),
    (
        "Amrit Anil Anita Anjali Arjun Aruna Ashok Balbir Baldev Daljit Deepa Dilip Geeta Gurmeet Harbans "
        "Harjit Hema Jagdish Jasbir Jyoti Kamal Kamla Kavita Kiran Kuldip Lata Leela Mahesh Manjit Meena "
        "Mohan Mukesh Naresh Neelam Paramjit Prem Pritam Radha Rakesh Ramesh Ranjit Ravi Rekha Sangita Satnam "
        "Sunita Suresh Usha Varinder Vimla",
        "Bains Bansal Basra Bhatt Chauhan Chopra Dave Desai Dhaliwal Dhillon Gandhi Ghosh Gill Grewal Gupta "
        "Jain Johal Joshi Kapoor Kaur Kumar Lal Mahal Mehta Mistry Modi Nair Naidu Parekh Parmar Patel Rana "
        "Rao Rathod Sahota Sandhu Sangha Shah Sharma Sidhu Singh Solanki Thakur Trivedi Varma Virdee Vora",
    ),
    (
        "Abena Adaobi Adwoa Akin Ama Amadi Ayodele Babajide Bolanle Bukola Chidi Chioma Chukwudi Ebele Efua "
        "Ekow Emeka Esi Folake Funke Ikenna Isoken Kehinde Kofi Kojo Kwabena Kwaku Kwame Lola Ngozi Nkechi "
        "Nnamdi Obinna Olu Osaze Sade Segun Taiwo Titi Tunde Uche Ugo Wale Yaa Yaw Yemi Zainab",
        "Abiola Adeleke Adeyemi Adjei Afolabi Agyeman Akinola Amoah Ansah Appiah Asamoah Asante Balogun "
        "Boakye Boateng Chukwu Danso Eze Fashola Gyasi Ibe Igwe Iheanacho Mensah Nwosu Obi Ofori Ogbonna Ojo "
        "Okafor Okeke Okoro Okoye Oladipo Onyango Opoku Oppong Osei Owusu Quartey Sarpong Tetteh Uzoma Yeboah",
    ),
    (
        "Agata Andrzej Artur Beata Bogdan Celina Czeslaw Danuta Dariusz Dorota Edyta Ewa Feliks Grazyna "
        "Halina Henryk Iwona Izabela Jacek Jadwiga Janusz Jolanta Justyna Kamil Krystyna Leszek Lidia Lucyna "
        "Maciej Magda Marzena Mateusz Monika Pawel Przemek Radek Renata Robert Roman Rafal Slawomir Sylwia "
        "Szymon Teresa Urszula Wanda Wieslaw Witold Zenon",
        "Adamczyk Baran Borkowski Chmiel Cieslak Czarnecki Duda Dudek Gajewski Gorski Jablonski Jankowski "
        "Jaworski Kaczmarek Kalinowski Kowalczyk Kozlowski Krawczyk Krol Kubiak Lis Maciejewski Majewski "
        "Malinowski Mazur Michalak Nowak Olszewski Pawlak Pietrzak Rutkowski Sawicki Sikora Sobczak "
        "Szczepanski Tomaszewski Wieczorek Wilk Wojcik Wrona Zajac Zawadzki",
    ),
    (
        "Abdi Abshir Amran Asha Ayaan Bashir Cawil Dahir Deqa Faiza Farhiya Garad Guled Habiba Hamdi Hodan "
        "Idil Ifrah Ilhan Ismail Jama Kadra Khadra Liban Mahad Mukhtar Muna Naima Nimco Osman Roble Saado "
        "Sagal Sahra Samatar Shukri Siyad Ubah Warsan Yasin Zamzam",
        "Abdulle Aden Adan Artan Barre Bile Dirie Dualeh Egal Elmi Farah Gedi Guleed Haji Hared Hashi Hirsi "
        "Hussein Igal Isse Jama Jibril Kahin Mohamud Muse Nur Omar Osman Raage Roble Samatar Sheikh Shire "
        "Warsame Yusuf",
    ),
    (
        "Ah Bao Bo Chi Chun Fang Feng Hai Hong Hua Hui Jia Jian Jie Jin Jun Lan Lei Li Lian Lin Ling Mei Min "
        "Ming Na Ning Peng Ping Qiang Qing Rui Shan Tao Ting Wei Wen Xia Xin Yan Yang Yi Ying Yong Yu Yue "
        "Zhen",
        "Bai Cai Cao Chen Cheng Deng Ding Dong Du Fan Fang Fu Gao Guo Han He Hu Huang Jiang Jin Kong Lai Li "
        "Liang Lin Liu Lu Luo Ma Meng Pan Peng Qian Qin Shen Shi Song Su Sun Tan Tang Tian Wang Wei Wu Xie Xu "
        "Yang Yao Ye Yu Yuan Zeng Zhang Zhao Zhou",
    ),
    (
        "Adriana Alicia Ana Andreia Beatriz Bruno Camila Carla Carlos Catarina Celia Cesar Daniela Diego "
        "Diogo Duarte Eduardo Elena Esteban Fabio Felipe Fernanda Filipa Gabriela Goncalo Helder Hugo Ines "
        "Isabel Joana Jorge Juan Julio Laura Leonor Lucia Luis Luisa Marcos Maria Mario Marta Miguel Nuno "
        "Olga Paula Pedro Raul Rita Rosa Rui Sofia Teresa Tiago Vasco",
        "Almeida Alves Andrade Araujo Barbosa Borges Cardoso Carvalho Castro Costa Cruz Cunha Dias Duarte "
        "Faria Ferreira Fonseca Freitas Garcia Gomes Guerra Henriques Lima Lopes Machado Marques Martins "
        "Matos Melo Mendes Monteiro Morais Moreira Neves Nunes Oliveira Pereira Pinto Ramos Reis Ribeiro "
        "Rocha Sanchez Santos Silva Soares Sousa Teixeira Torres Vargas Vieira",
    ),
)


def distinct_people(count: int, seed: int) -> list[Candidate]:
    """Return people of whom no two are one: households share a family name and a way to reach them."""
    dice = random.Random(seed)
    people: list[Candidate] = []
    taken: set[str] = set()
    while len(people) < count:
        given, family = (names.split() for names in dice.choice(NAMES))
        surname, contacts = dice.choice(family), _contacts(dice, len(people))
        for first in dice.sample(given, dice.choices((1, 2, 3), (88, 9, 3))[0]):
            name = f"{first} {surname}"
            if fold(name) not in taken:
                taken.add(fold(name))
                people.append(Candidate(PersonId(f"{len(people):06}"), name, surname, **contacts))
    return people[:count]


def _contacts(dice: random.Random, number: int) -> dict[str, str | None]:
    email = f"home{number}@example.org" if dice.random() < 0.7 else None
    phone = f"07700 {900000 + number:06}" if dice.random() < 0.5 else None
    return {"email": email, "phone": phone}
