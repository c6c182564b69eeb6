// First names, written down by hand from general knowledge: no list of others was copied.

enum FirstNames {
  static let all = dutch + "\n" + frisianAndShort + "\n" + otherOrigins + "\n" + recent

  private static let dutch = """
    Aad Aafke Aagje Aart Abel Ad Adriaan Adriana Adrie Agnes Albert Alberta Alex Alexander Alexandra Alice Alida Alie
    Alma Aloys Amanda Amber Amelie Andre André Andrea Andreas Andries Angela Angelique Anita Anja Ank Anke Ankie Anna
    Anne Anneke Annelies Annelieke Annelot Annemarie Annemarijn Annemieke Annemiek Annemijn Annet Annette Annie Annika
    Anouk Ans Ansje Antje Anton Antoine Antoinette Antonie Antoon Ard Arend Arie Arjan Arjen Arjo Arno Arnold Arnoud
    Arthur Astrid Aukje Axel Barbara Barend Bart Bas Bastiaan Beatrice Beatrix Bea Ben Benjamin Bennie Benny Bep Bernadette
    Bernard Bernd Bert Bertha Berthold Bertine Berry Betsy Bettie Betty Bianca Bob Boris Boudewijn Bram Brechtje Bregje
    Brenda Brigitte Britt Bruno Carel Carien Carin Carina Carl Carla Carlijn Carmen Carola Carolien Caroline Casper
    Caspar Cas Catharina Cecile Cees Chantal Charlotte Chiel Chris Christa Christel Christiaan Christian Christien
    Christina Christine Cindy Clara Claudia Clemens Coen Coenraad Colette Conny Cor Coby Cora Corien Corina Corine Corinne
    Cornelia Cornelis Corrie Corry Cynthia Daan Daantje Danielle Daniëlle Daniel Daniël Danny Daphne David Debbie Deborah
    Debora Dennis Desiree Désirée Diana Dick Diederik Diane Dieneke Dieuwertje Dik Dineke Dinie Dirk Dirkje Dominique
    Donald Doortje Dora Doreen Dorien Dorine Doris Dorothea Dorothé Douwe Edgar Edith Edo Eduard Edward Edwin Eefje
    Eelco Egbert Els Elsa Elsbeth Else Elise Elisabeth Elizabeth Elke Ella Ellen Ellie Elly Eline Elma Eloise Elske
    Emiel Emile Emilie Emily Emma Emmy Engel Eric Erica Erik Erika Ernst Erna Erwin Esmee Esmée Esmeralda Esther Ester
    Eugène Eva Evelien Eveline Evelyn Evert Ewoud Fabian Fabiënne Femke Ferdinand Ferry Fiene Fien Fieke Fleur Floor
    Floortje Flora Floris Fons Frank Franka Frans Fransje Franciscus Francien Francine Francis Frederik Frederique Freek
    Frida Friso Frits Froukje Gea Geert Geertje Geertruida Gemma Gerard Gerarda Gerben Gerbrand Gerda Gerdien Geri Gerjan
    Gerlinde Gerrie Gerrit Gerry Gert Gertjan Gertie Gertrude Gerwin Gideon Gijs Gijsbert Gilles Giel Gina Glenn Godelieve
    Gonnie Govert Greet Greetje Greta Guido Guus Guusje Hanna Hannah Hanneke Hannie Hans Hansje Harald Harm Harma
    Harmen Harold Harrie Harriët Harriet Harry Hazel Hedwig Heidi Hein Heleen Helen Helena Helga Helma Henk Hendrik
    Hendrika Hendrikje Hennie Henny Henri Henriette Henriëtte Henry Herbert Herman Hermien Hester Hetty Hilda Hilde Hille
    Hinke Huib Hubert Hugo Huub Ida Ignace Ilona Ilse Ina Ineke Inge Ingeborg Ingrid Irene Iris Irma Isa Isabel
    Isabella Isabelle Ivo Ivonne Jaap Jacco Jack Jacob Jacoba Jacobien Jacobine Jacobus Jacolien Jacqueline Jaco
    Jan Jana Janet Janine Janna Janneke Jannes Jannie Janny Jannigje Jans Jansje Jantine Janke Jarno Jasmijn Jasper Jeanette Jeanine
    Jeanne Jeannette Jelle Jelmer Jenny Jeroen Jerome Jessica Jet Jetty Jette Jill Jim Jimmy Jitske Jitse Jo Joachim Joan Joanne Job
    Jochem Jochen Joep Joey Johan Johanna Johannes John Johnny Joke Jolanda Jolande Jolein Jolien Jolijn Jonas Jonathan Joop
    Joost Jop Jord Jordi Jorik Jorinde Joris Jorn Jorrit Jos Josca Josefien Josephine José Joshua Josine Joske Jozef Joyce
    Jules Julia Julian Juliette Jurgen Jurriaan Justin Jutta Kaat Kai Karel Karen Karien Karin Karina Karlijn Kaspar Katelijne
    Katja Katrien Kees Kelly Kevin Kim Kimberly Kirsten Kitty Klaartje Klaas Klaske Koen Koenraad Koos Koosje Krista
    Kristel Kristien Kristina Kristine Lambert Lammert Lars Laura Laurens Laurent Lea Leen Leendert Lena Lenie Lennart Lenneke
    Lennert Leo Leon Léon Leonard Leonie Leontien Leo Lex Lia Lianne Lida Lidewij Lidy Lidwien Liduina Lien Lieke Lies Liesbeth Liesje
    Lieve Lilian Lilianne Lily Linda Lindsay Lineke Lisa Lisanne Lisette Liset Lise Lisbeth Liv Liza Lizzy Loek Loes Lonneke
    Lori Lotte Lotta Louis Louisa Louise Louk Lourens Luc Lucas Lucia Lucie Lucienne Lude Ludo Luuk Luc Lydia
    Maaike Maarten Maartje Madeleine Madelon Magda Maggie Maike Malou Manfred Manon Manuela Marc Marcel Marcella Marco Margot
    Margreet Margriet Margje Maria Marian Marianne Marie Marieke Mariel Marielle Mariëlle Mariëtte Mariette Marijke
    Marijn Marike Marina Marinus Mario Marion Mariska Marja Marjan Marjanne Marije Marjo Marjolein Marjoleine Marjolijn
    Marjon Marjoke Mark Marleen Marlies Marlieke Marloes Marnix Marree Marit Marten Martha Martien Martijn Martin Martina
    Martine Mary Mathieu Mathijs Mathilde Matthias Matthijs Matthew Maud Maurice Maurits Max Maxim Meike Melanie Melchior
    Melissa Melle Menno Merel Meta Mia Michael Michaël Michel Michèle Michelle Michiel Mieke Mien Mies Milou Mink Minke
    Miranda Miriam Mirella Mirjam Mirte Mirthe Moniek Monica Monika Monique Myra Myrna Myrthe Nadia Nadine Nancy Naomi
    Natalie Natasja Natascha Nathalie Neeltje Nel Nelleke Nellie Nelly Nico Nicolaas Nicole Nicolet Nicolette Nicoline Niek
    Niels Nienke Nils Nina Nol Noor Noortje Nora Norbert Odette Olaf Olga Olivier Onno Oscar Otto Pam Pascal Patricia
    Patrick Patrique Paul Paula Paulien Pauline Peer Peggy Petra Peter Pia Piet Pieter Pieternel Pieta Pim Pip Pita Pol
    Quinten Quirine Rachel Raf Ralf Ralph Ramon Raoul Raymond Reina Reinier Reinoud Reinout Rein Rembrandt Remco
    Remy René Renee Renée Renate Rens Ria Rianne Rian Richard Rick Riek Rieke Rien Rients Riet Rietje Rik Rika Rikkert Rina Rinie Rinus Rita
    Rob Robbert Robert Roberto Robin Roderick Roderik Roel Roeland Roelof Roelie Roeli Rogier Roland Rolf Ron Ronald Ronnie Roos
    Roosje Rosa Rosalie Rosanne Rosemarie Rozemarijn Ruben Rudi Rudolf Rudy Rudie Rutger Ruth Ruud Sabine Sabrina Sam Samantha Samuel
    Sandra Sanne Sander Sara Sarah Saskia Sebastiaan Selma Sem Serge Sharon Shirley Sicco Sien Siem Sietse Simon Simone Sjaak
    Sjaan Sjoerd Sjoukje Sjors Sofie Sonja Sophia Sophie Stan Stef Stefan Stefanie Steffie Stella Stephan Stephanie Sterre Steven Stijn
    Suzan Suzanne Susan Susanne Suus Sven Sylvia Sylvie Tamara Tanja Tara Ted Tess Tessa Thea Theo Theodoor Theresa Therese Theresia Thijs
    Thijmen Thirza Thomas Tijmen Tijn Tilly Tim Timo Timon Timothy Tina Tine Tineke Tinus Tiny Titia Tjeerd Tjitske Toine
    Tom Ton Tonja Tonnie Tonny Toon Toos Tosca Trees Trijntje Trudy Trudie Truus Twan Ursula Valerie Vera Veronique Veronica Vicky Victor
    Victoria Vincent Viola Virginia Vivian Wanda Ward Wendela Wendy Werner Wesley Wiebe Wiebke Wies Wijnand Wilbert Wilco Wil Wilfred Wilhelmina
    Wilhelmus Willem Willeke Willemien Willemijn Willy Wilma Wim Winfried Wouter Xander Yasmin Yolanda Yolande Yvette Yvo Yvonne
    Zita Zoë Zoe Zwaantje Philip Philippe Bertus Geurt Jilles Krijn Machteld Mechteld Rixt Tibbe Maximiliaan Stijntje
    Hein-Jan Bertien Wia Sijtze Wubbo Eppie Dieuwke Reinske Corneel Hidde Meindert Marga Margo Mandy Ricky Roy Rowan Sonny
    """

  private static let frisianAndShort = """
    Aaltje Abe Afke Age Ale Anske Antsje Ate Atsje Aukje Auke Baukje Berber Bouke Bauke Bindert Boukje Djoke Durk Eelke
    Eeltje Eise Elbrich Elske Fedde Feike Feike Femmie Fenna Fokke Fokje Folkert Foppe Fopje Froukje Frouke Geeske Gerlof
    Gjalt Gosse Grietje Haaije Harke Hanneke Haye Heike Hessel Hette Hielke Hilda Hilde Hylke Iebe Ids Iefke Ietje Ike
    Imke Ineke Ivar Jaike Jacob-Jan Jaring Jeltje Jelte Jentje Jikke Jildou Jinke Jinte Jitze Jildert Jorrit Jouke Jurjen Klaasje Lieuwe
    Lolke Lutske Lysbeth Maaike Maike Marrit Matty Meinte Menno Mient Nynke Oane Oene Okke Onne Pier Pietsje Pytsje Rein
    Reinder Remmelt Renske Rinske Rients Ritske Roelie Romke Rommert Ruurd Sake Saakje Sieger Sietske Sijbren Siemen Siebe
    Siebren Siete Sikke Sipke Sita Sjouke Sybren Sytse Sytske Taeke Taco Teake Tetje Teun Teunis Tiete Tietie Tjalling
    Tjalke Tjerk Tjeerdtje Tryntsje Ubel Uilke Wander Wieger Wietse Wietske Wybe Wypke Wytske Yde Ydo Yfke Ymke Ytje Ytsje
    Aleid Alie Ankie Bep Bets Cato Cisca Cobie Dini Fia Gre Grada Greta Hanny Jopie Kee Leny Lijnie Mina Nelie Nol Riny
    Sjef Sjaak Sjakie Sjan Sjef Thei Thieu Toos Truke Wiel Wiesje Zeger Ber Huub Lei Pie Mart Giel Harie Fer Jeu
    Mo Ed Ko Ab Bé Edda Eke Elma Eva-Marie Hajo Hauke Jan-Willem Jan-Peter Jan-Kees Jan-Jaap Hans-Peter Anne-Marie Anne-Fleur Anne-Marijn Marie-Louise
    Bart-Jan Klaas-Jan Gert-Jan Pieter-Jan Evert-Jan Henk-Jan Marie-José Marie-Claire Annemarie Karel-Jan Ernst-Jan Willem-Jan
    """

  private static let otherOrigins = """
    Mohammed Mohamed Muhammed Mohammad Muhammad Mehmet Ahmed Ahmet Ahmad Ali Hassan Hasan Hussein Hüseyin Ibrahim İbrahim
    Ismail Mustafa Mustapha Omar Ömer Osman Yusuf Youssef Yousef Youssra Abdel Abdul Abdullah Abdelkader Abdelhakim Abderrahim
    Abdirahman Abdi Abdelaziz Achraf Adil Adnan Aicha Aïcha Amal Amina Aminata Amine Amir Amira Anas Anass Anissa Anouar Asma Assia
    Ayman Ayoub Aziz Aziza Badr Bilal Billal Bouchra Brahim Btissam Chaima Chaimae Chaïma Chakib Dounia Driss Fadoua Fadma
    Farid Farida Farah Faisal Fatima Fatiha Fatma Fatna Fatoumata Fouad Fouzia Ghizlane Habiba Hafid Hafida Hajar Hakim Hakima Hamid
    Hamza Hanan Hanane Hatice Hicham Hind Houda Houria Ikram Ilham Ilias Ilyas Ilyes Imad Imane Iman Inssaf Ismael Ismaël Jaber Jamal
    Jamila Jawad Kamal Karim Karima Kaoutar Kenza Khadija Khalid Laila Lamia Latifa Layla Leila Lina Loubna Mahmoud Majda Malak
    Malika Mariam Mariama Marouan Marouane Marwa Maryam Mehdi Meryem Mimoun Mimount Mina Mohsin Mounia Mounir Mourad Munir Nabil
    Nabila Nadia Nadir Naïma Naima Najat Najib Najim Nassim Nawal Nisrine Nizar Nora Nordin Noura Nouredine Oumaima Oussama
    Rabia Rachid Rachida Rafik Rania Rayan Reda Redouan Redouane Rida Rkia Saadia Sabah Sabir Safouane Safae Said Saïd Saida Saïda
    Salah Salim Salima Salma Samir Samira Sana Sanaa Sara Siham Soraya Soufian Soufiane Soufyan Soukaina Souad Sumaya Tarik Taoufik
    Touria Wafa Walid Wassim Widad Yahya Yasin Yasmina Yasmine Yassin Yassine Younes Youness Younis Yunus Zahra Zakaria Zainab
    Zaynab Zeinab Zineb Zohra Zouhair Ayşe Ayse Aylin Arzu Asli Aslı Azra Baran Barış Berat Berkan Betül Beyza Burak Büşra Busra Bülent
    Cem Cemal Cemile Ceren Deniz Derya Dilan Dilara Ebru Ece Ela Elif Emel Emine Emir Emirhan Emre Enes Ercan Erdal Erdem Eren
    Erhan Erkan Erol Ersin Esma Esra Eymen Fadime Fatih Ferhat Feride Filiz Furkan Gökhan Gül Gülay Gülcan Gülsüm Güler Gülten
    Hakan Halil Halime Hamide Hanife Harun Havva Hülya Hulya Ilker Irem Ismet Kaan Kadir Kemal Kenan Kerem Koray Kübra Leyla
    Mahir Medine Mehtap Melek Melih Melike Meltem Meral Mert Merve Mesut Metin Miray Miraç Murat Muhammet Nazan Nazli Nazlı Neslihan
    Nevin Nihat Nil Nilüfer Nur Nuray Nurcan Nurhan Nuri Nursel Oğuz Okan Orhan Özcan Özge Özgür Özkan Özlem Pelin Pınar Ramazan Recep
    Rüya Saliha Salih Savaş Seda Sedat Selahattin Selçuk Selim Selin Sema Semih Semra Serap Serdar Serhat Serkan Serpil Sevda Sevgi Sevil
    Sevim Sibel Sinan Songül Suat Suna Süleyman Şahin Şeyma Şengül Şükrü Tarkan Tolga Tuba Tuğba Turgut Ufuk Uğur Ümit Ümmü
    Umut Yağmur Yakup Yasemin Yavuz Yelda Yeliz Yeter Yıldız Yiğit Yılmaz Zehra Zekiye Zerrin Zeynep Züleyha Rojda Berfin Rojin Zilan Azad
    Agata Agnieszka Alicja Aleksandra Aneta Aniela Antoni Barbara Bartosz Beata Bogdan Bożena Cezary Czesław Damian Danuta Dariusz
    Dawid Dominik Dorota Edyta Elżbieta Elzbieta Ewa Ewelina Filip Franciszek Gosia Grażyna Grzegorz Halina Henryk Hubert Iwona Jacek
    Jakub Jan Janusz Jarosław Jerzy Joanna Julia Justyna Kacper Kamil Karol Karolina Katarzyna Kinga Konrad Krystyna Krzysztof
    Leszek Łukasz Lukasz Maciej Magdalena Malgorzata Małgorzata Marcin Marek Mariola Mariusz Marta Marzena Mateusz Michał Mieczysław
    Milena Miroslaw Mirosław Monika Natalia Oliwia Paweł Pawel Piotr Przemysław Radosław Rafał Renata Roman Ryszard Sebastian Sławomir
    Stanisław Szymon Tadeusz Tomasz Urszula Wanda Weronika Wiesław Wiktor Witold Wojciech Zbigniew Zofia Zuzanna Oleksandr
    Oksana Olena Olha Andriy Bohdan Dmytro Dmitri Dmitry Halyna Iryna Irina Ivan Kateryna Ksenia Larysa Ljoedmila Ludmila Maksym Mykola Mykhailo Nadiya
    Natalya Nazar Olexander Petro Sasha Serhiy Sergei Sergiy Svetlana Svitlana Taras Tetiana Valentyna Vasyl Viktor Viktoria Vira Vitaliy Volodymyr
    Yana Yaroslav Yevhen Yuliia Yulia Yuriy Zoryana Cristina Daniela Elena Florin Gheorghe Ileana Ioana Ion Ionut Mihai Mihaela Mirela
    Nicoleta Ramona Razvan Raluca Valentina Vasile Viorel Bogdana Dragan Dragana Goran Jelena Milan Mirjana Milos Slobodan Snezana Vesna Zoran Jovana
    Desi Desta Dewi Dayanti Anand Anil Anjali Arjun Ashna Asha Ashwin Chandra Devi Farzana Indra Jaïr Jainath Kavita Kiran Krishna Lakshmi
    Mahesh Manish Narain Nirmala Prem Priya Radha Radjesh Radjen Rajesh Rajiv Rakesh Rani Ravi Reshma Rishi Roshni Sandhia Sanjay Sharda Shanti
    Sharmila Shivani Sita Soenil Sunil Sushma Usha Varsha Vijay Vinod Djovanni Gilliano Giovanni Giovanna Marciano Luciano Romario Roché Roshano
    Shanaya Sharona Shurandy Shurensly Sigmund Winston Wensley Xavi Xavier Xiomara Yandro Quincy Quinty Dwight Dwayne Delano Clifton Clyde Errol
    Glenda Gracia Gregory Humphrey Iwan Ludwig Lucien Merlin Muriel Orlando Orville Ruthmila Stanley Urmie Zulaika Angelo Angelica Antonio Carlos
    Diego Eduardo Enrique Esteban Fernando Francisco Gabriel Gabriela Guillermo Javier Jesús Joaquin Jorge Juan Juana Juanita Luis Luisa Manuel Marisol
    Mateo Miguel Nelson Pablo Paola Pedro Rafael Ricardo Rodrigo Rosario Santiago Sergio Silvia Sofia Teresa Xiao Wei Ling Mei Hui Jing Ming Nguyen Thi Anh Linh Minh
    Abel Abraham Adiam Almaz Amanuel Aster Awet Biniam Bereket Daniel Dawit Ermias Feven Filmon Freweini Gebre Goitom Haben Helen Hiwot Isaias
    Kidane Luwam Mebrahtu Medhanie Mekonnen Merhawi Meron Mikael Mulu Nahom Natnael Rahel Robel Saba Samrawit Samuel Selam Selamawit Semhar Senait
    Simret Solomon Temesgen Tesfay Tesfaye Tigist Tsegay Yohannes Yonas Yordanos Zerai Aamir Abdifatah Abdinasir Amiin Ayaan Deeqa Faduma Fadumo Farhan Fartun
    Halimo Hibo Hodan Hoodo Idil Ifrah Jama Khadra Mahad Maxamed Muna Nasra Nimco Sagal Sahra Sucaad Ubah Warsame Yasir Zamzam Ahmadullah Ajmal
    Farzad Feda Freshta Gulalai Habibullah Hamed Hashmat Jawid Khatera Mahbooba Masoud Masood Mirwais Mina Najibullah Nasir Nilofar Palwasha Parwana Qasim
    Rahim Rohullah Roya Sahar Shabnam Shukria Sohrab Tamana Wahid Zabi Zahir Zarghuna Zuhal Arash Arezoo Azadeh Babak Behnaz Behrouz Dariush Ehsan
    Farhad Farshid Ghazal Kourosh Mahsa Mahnaz Maryam Mehrdad Mina Mohsen Nasrin Navid Nima Parisa Parviz Pouya Reza Sepideh Shahin Shirin Siavash Soheila
    Adnan Alaa Bashar Basel Dima Diaa Fadi Firas Ghassan Hadi Haidar Hala Hanin Issam Jihad Khaled Lamis Lubna Maher Manal Marwan
    Maysa Mazen Moaz Nour Nourhan Obada Qusay Raghad Rami Rana Rasha Reem Rima Rita Samer Sami Shadi Shaima Suhail Tareq Wael Yara Yazan Zain Zaid Ziad
    Aboubakar Adama Aïssata Alpha Amadou Awa Binta Boubacar Cheikh Djeneba Fanta Fatou Ibrahima Issa Kadiatou Kofi Kojo Kwabena Kwame Kwaku Abena Adwoa Afia Akosua Ama Esi Yaa Yaw
    Lamine Mamadou Mariam Moussa Ousmane Oumar Salif Seydou Sekou Chinedu Chidi Emeka Ngozi Nneka Obinna Uche Blessing Precious Grace Emmanuel Prince Divine Joy Favour
    """

  private static let recent = """
    Aaron Abby Adam Adriana Aiden Aimée Alana Alayna Alicia Amy Amélie Angel Anna-Lynn Annabel Anne-Lynn Ashley Aurora Ava Aya Beau Bella Benthe Bente
    Bibi Bo Bobbi Bobby Bodhi Boaz Brent Brian Britney Bryan Bjorn Björn Cedric Celeste Celine Céline Chanel Chantelle Charlie Cheryl Cheyenne Chloe Chloë
    Christopher Ciara Cleo Colin Collin Cody Cyrus Dagmar Dana Dani Danique Danisha Danilo Daisy Dean Demi Denise Destiny Devin Dewi Dex Dexter Diesel Dilano
    Dion Dionne Diyar Djamila Djenna Djoey Donny Donna Dorian Duncan Dylan Eden Elena Eleanor Elin Elina Eliana Eliza Elias Elijah Eloy Emmely Esma Esmay Ethan Evan Evi Evie Evy Ezra Faith
    Fay Faye Fayenne Febe Fedja Felice Felicia Felix Feline Fender Fenne Fenna Finn Fiona Fynn Gabriël Gia Gianna Gino Gioia Guusje Guy Gwen Gwenn Haily Hailey Hailie Hannelore Hanae Hidde Holly Hope
    Ilay Ilja India Indy Inaya Isaac Isabeau Isaiah Isis Ismay Isra Ivy Iza Izzy Jace Jacey Jack Jackie Jade Jaden Jadey Jaimy James Jamie Jamiro Jamy Janaya Janou Jari Jason Jax Jaxx Jay Jayda Jayden Jaydey Jayla
    Jaylano Jaylen Jaylinn Jaylin Jaymi Jayson Jazz Jazzlyn Jean Jens Jeremy Jerney Jerry Jesaja Jesse Jessie Jesper Jett Jinthe Jip Joah Joas Joël Joelle Joëlle Jolie Jona Jonah Jones Jonna Joosje Jordan Jordy Josephina Josh Joy Joya
    Juda Jude Jula Julie Julius Juliëtte June Juna Jurre Justine Kaylee Kayleigh Kaya Kay Kayden Kayla Kaz Keano Keanu Keith Kendra Kenji Kenneth Kenzo Keona Kian Kiana Kiki Kimi Kirsty Kjeld Kyan Kyano Kyra Kyran Kyara Kyle Kylian Kyona Lana Lara Lauren Laurie
    Layton Leah Leroy Levi Lewis Leyton Lexie Liam Liana Lieselotte Lilly Lillian Lily-Rose Lina Linn Linde Linsey Lio Livia Livio Lize Lizz Lizzie Lois Loïs Lola Lorena Lorenzo Lotus Lou Louie Lova Luca Luka Lukas Luna Luus Lux Lynn Lynne Lysanne Mabel Mace Madison
    Maddox Mads Mae Maeve Maja Maila Maisie Malik Mara Marcus Marley Marlon Mason Mateo Mats Matt Maurizio Maya Mayra Maysa Mees Megan Melany Melina Melvin Meryl Mex Mick Micky Mika Mila Milan Miles Milo Milou Mitch Mirre Moa Mohamed-Amin Moos Morgan Morris Morrison Mylan Nadieh Naoufal Nathan Nathaniël
    Naud Naya Neel Nena Neo Neva Nevaeh Nick Nicky Nikki Nikita Nigel Nino Nio Noa Noah Noé Noël Noëlle Nola Nolan Norah Nova Novi Oliver Olivia Olle Oskar Otis Owen Pepijn Philou Phileine Phoebe Philippa Pien Pippa Pippi Pleun Pleuni Polle Prescilla Priscilla Puck Puk Quin Quinn Raff Rafaël
    Rafi Ravi Raven Ray Rayen Rebecca Rebekka Reno Revi Rhodé Rhys Rick Rico Riley River Robyn Rochelle Rocky Roef Romano Romeo Romée Romy Ronan Rosalin Rosaly Rose Rosie Rover Roxanne Roxy Ruby Rune Ryan Ryana Sacha Safiya Safouan Sammie Sammy Samira Samya Sanne-Fleur Saar Saartje Sarina Scott Sean Seb Sebastian Selena Senn Senna
    Sepp Serena Shana Shania Shannon Shane Shantelle Sharelle Shayenne Sheila Shelly Siebe Siena Sienna Silvan Silke Skye Skylar Sofie-Ann Sofian Sofya Soof Sparrow Stacy Storm Summer Suze Svenja Syb Sydney Tatum Taylor Teddy Teun Thiago Thom Tigo Tiffany Tijs Timothé Tirza Tobias Tomas Tommie Tommy Toby Tony Travis Tristan Tristen Tygo Tycho Tyler Tyrone
    Vajèn Valentijn Vajen Valerie Veerle Vince Vinn Vinnie Violet Vlinder Wolf Willow Wes Wende Xem Xiënna Yannick Yara Yenthe Yinthe Yfke Ymke Youri Yuna Yuri Yves Zara Zenn Zinedine Zion Ziva Zoey Zowi Zev Zeb Zyan Chenoa Shaniqua Delilah Savannah Mandela Dunya Djayden Jahmiro Jahvaro Jermaine Rayvano Rayven Rivaldo Ruvayro Shaquille Tyrese
    Eef Jut Noor-Lynn Lynn-Sophie Emma-Sophie Anouschka Chayenne Chelsea Sheryl Kelvin Calvin Alvin Marvin Ervin Gavin Damian Damiën Fabio Fabienne Flynn Ilana Ilan Iven Jelin Jorn Jikke Kik Loïc Lieuwe Maartje Milan-Jay Nienke Odin Pelle Rijk Rosanna Samuël Sanna Siem Sil Tieme Tess-Lynn
    Lianne Lineke Rosella Rosalia Sylvana Sylvester Dorith Fokelien Heleentje Harmina Jacomijn Jannetje Klaziena Lamberdina Marlene Merlijn Mirre Nanda Nanette Noëmi Ottilie Pernille Petronella Regina Rozan Sigrid Steffen Tamar Teuntje Ulrike Wessel Wijnanda Wubbe Ysbrand Yke Zef Ramdin Radj Corné Désiré Fabrice Gérard Hélène Irène Jérôme Noémi Théo
    """
}
