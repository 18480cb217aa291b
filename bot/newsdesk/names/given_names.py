"""First names, words that announce a surname, and surnames: how a person is told from a place."""

from __future__ import annotations

from bot.domain.regions.tables import codes

GIVEN_AND_PLACE = codes(
    """
    jordan chad paris sydney georgia austin charlotte victoria sofia florence savannah london
    kenya india israel asia china chelsea milan vienna holland ireland lincoln jackson adelaide
    darwin madison houston dallas denver virginia carolina montana orlando phoenix memphis
    kingston wellington lima cali medina brit finn dane turk lourdes troy bergen cork
    """
)
"""Places that are also first names: "Paris Hilton"."""

GIVEN_NAMES = codes(
    """
    aaron abdul abdullah abigail adam ahmed alan albert alejandro alex alexander alexandra
    alexandre alexei alfred ali alice alicia alison alistair allison alyssa amanda amir amy
    anastasia andre andrea andreas andrei andrew andy angela angelina angus anita ann anna anne
    anthony antoine anton antonia antonio anwar ariana arjun arnold arthur arturo ashley ayesha
    barack barbara beatrice ben benedict benjamin bernard bernardo bernie beth betty beyonce
    bianca bob bobby boris brad bradley brandon brenda brett brian brianna bridget britney bruce
    bryan bryce caitlin caleb cameron camila carl carla carlos carmen carol caroline cassandra
    catherine cecilia cesar charles charlie cheryl chloe chris christina christine christopher
    chuck cindy claire clarence claudia clint clive colin connor conor craig cynthia damien
    damon dan dana daniel daniela danielle danny darren daryl dave david deandre deborah debra
    denise dennis derek desmond diana diane diego dmitry dominic dominique donald donna dorothy
    doug douglas duncan dustin dwayne dwight dylan eddie edgar eduardo edward edwin eileen
    elaine eleanor elena eli elias elisabeth elizabeth ella ellen ellie elon emily emma emmanuel
    enrique eric erica erik erin ernest esther ethan eugene eva evan evelyn evgeny fabio faisal
    fatima felipe felix fernando fidel fiona francesca francesco francis francisco francois
    frank franklin fred freddie frederick gabriel gabriela gareth garrett gary gavin gemma geoff
    geoffrey george gerald gerard gerardo gilbert gina giorgia giovanni giuseppe glen glenn
    gloria gonzalo gordon graham greg gregory greta guillermo gustavo gwen gwyneth hamid hannah
    hans harold harry harvey hassan heather hector heidi helen henry hillary hiroshi hossein
    howard hubert hugh hugo humphrey hussein ian ibrahim igor ilhan imran ingrid irvine isaac
    isabel isabella ismail ivan ivanka jack jacob jaime jake jamal james jamie jane janet jared
    jasmine jason javier jay jean jeb jeff jeffrey jenna jennie jennifer jens jeremiah jeremy
    jerome jerry jesse jessica jessie jill jim jimmy joan joanna joanne joaquin jodie jody joe
    joel johan johannes john johnny jon jonah jonas jonathan jorge jose josef joseph josh joshua
    joyce juan juanita judith judy julia julian julie julio julius jurgen justin kaitlyn kamala
    kanye karen karim karl kate katherine kathleen kathryn kathy katie katrina kayla keir keira
    keith kelly kelvin ken kendra kenji kenneth kevin khalid kim kimberly kirsten kirsty kobe
    kristen kristi kristin kristina kristine kurt kyle kylie lamar lance larry laura lauren
    laurent laurie lawrence leah lebron lee leila lena lenny leo leon leonard leonardo leonid
    leroy leslie leticia lewis liam lillian lily linda lindsay lindsey lionel lisa lorenzo lori
    lorraine louis louise luca lucas lucia luciano lucy ludwig luis luisa luke lydia lyndon lynn
    mahmoud malala malcolm malik manuel marc marcel marcelo marcia marco marcos marcus margaret
    margot maria mariah mariana mariano marie marilyn marina mario marissa marjorie marlon
    marsha martha martin marvin mary mateo mathias mathieu matt matteo matthew maureen maurice
    mauricio maxime maya megan meghan mehmet mel melanie melinda melissa melvin meredith micah
    michael michel michele michelle miguel mike mikhail miles mindy minh miriam mitch mitt
    mohamed mohammad mohammed moises molly monica monique muhammad mustafa nadia nancy naomi
    narendra natalie natasha nathan nathaniel naveen neal neil nicholas nick nicole nigel nikita
    nikki nikolai nina noah noel nora norman octavio olaf oleg olga oliver olivia omar oscar
    otto pablo paige pam pamela paolo pascal patricia patricio patrick paul paula paulo pedro
    penelope percy peter peyton phil philip phillip phoebe pierre piers pippa priscilla priya
    quentin quincy rachel rafael rahul raj ralph ramon randall randy raquel rashid raul ravi ray
    raymond rebecca rebekah reggie regina reginald rene renee reuben rhonda ricardo riccardo
    richard rick ricky rihanna rishi rita robert roberta roberto robin rod rodney rodrigo roger
    roland romeo ron ronald ronnie rory rosa rose rosemary ross roxanne roy ruben rudolf rudy
    rupert russell ruth ryan sabrina saddam sadiq sally salma salvatore sam samantha samir
    samuel sandra sanjay sara sarah sasha satoshi satya scarlett scott sean sebastian selena
    serena serge sergei sergey sergio seth shane shannon sharon sheila sheldon sheryl shinzo
    shirley sidney silvia silvio simon simone sophie stacey stacy stan stefan stefano stephan
    stephanie stephen steve steven stuart sundar susan susanna sven svetlana sylvia tamara tammy
    tanya tara taylor ted terence teresa terrence terry thabo theresa thierry thomas tiffany tim
    timothy tina tobias todd tom tomas tommy toni tony tracey tracy travis trevor tricia tyler
    tyrone uma ursula valentina valerie vanessa vernon vicki victor vijay viktor vince vincent
    vinnie viola vitaly vladimir walter wanda warren wayne wendy wesley whitney wilhelm william
    willie wladimir xavier yasmin yoko yolanda yulia yuri yusuf yves yvette yvonne zach zachary
    zara zoe
    """
)
"""Common first names; a place name right after one is a surname: "Michael Jordan"."""

HONORIFICS = codes(
    """
    mr mrs ms miss dr rep representative sen senator judge justice coach professor prof sir dame
    lady lord congressman congresswoman officer detective sgt sergeant capt captain lt lieutenant
    """
)
"""A place name right after one is a surname: "Rep. Jordan said"."""

COMMON_SURNAMES = codes(
    """
    smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez
    gonzalez wilson anderson thomas taylor moore jackson martin lee perez thompson white harris
    sanchez clark ramirez lewis robinson walker young allen wright scott torres nguyen hill
    flores green adams nelson baker hall rivera campbell mitchell carter roberts gomez phillips
    evans turner diaz parker cruz edwards collins reyes stewart morris morales murphy cook rogers
    gutierrez ortiz morgan cooper peterson bailey reed kelly howard ramos kim cox ward richardson
    watson brooks chavez wood bennett gray mendoza hughes price alvarez castillo sanders patel
    myers long ross foster jimenez hilton rodgers burroughs matthews thompson
    """
)
"""In a headline in capitals, "Jordan Smith" is a person although every word has a capital."""
