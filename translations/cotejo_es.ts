<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>Errors</name>
    <message>
        <source>It was not found</source>
        <translation>No se encontró</translation>
    </message>
    <message>
        <source>Check the name or the folder, then try again.</source>
        <translation>Revise el nombre o la carpeta y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>El archivo no se puede leer</translation>
    </message>
    <message>
        <source>Check its permissions and that the disk is connected.</source>
        <translation>Revise sus permisos y que el disco esté conectado.</translation>
    </message>
    <message>
        <source>It cannot be written</source>
        <translation>No se puede escribir</translation>
    </message>
    <message>
        <source>Check permissions and free disk space.</source>
        <translation>Revise los permisos y el espacio libre.</translation>
    </message>
    <message>
        <source>It is larger than allowed</source>
        <translation>Es más grande de lo permitido</translation>
    </message>
    <message>
        <source>Split it or reduce it. Nothing was read in part.</source>
        <translation>Divídalo o redúzcalo. Nada se leyó a medias.</translation>
    </message>
    <message>
        <source>The contents do not follow their format</source>
        <translation>El contenido no sigue su formato</translation>
    </message>
    <message>
        <source>Ask the sender for a correct file. Nothing was written.</source>
        <translation>Pida al remitente un archivo correcto. Nada se escribió.</translation>
    </message>
    <message>
        <source>A value is outside what is allowed</source>
        <translation>Un valor está fuera de lo permitido</translation>
    </message>
    <message>
        <source>Correct the value and try again.</source>
        <translation>Corrija el valor y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Stopped at your request</source>
        <translation>Detenido a petición suya</translation>
    </message>
    <message>
        <source>What was finished before stays. Start again to go on.</source>
        <translation>Lo terminado se conserva. Empiece de nuevo para seguir.</translation>
    </message>
    <message>
        <source>Something failed that should not</source>
        <translation>Falló algo que no debería</translation>
    </message>
    <message>
        <source>Your data are as before. Tell whoever looks after this program, with the code and the time.</source>
        <translation>Sus datos están como antes. Avise a quien cuida este programa, con el código y la hora.</translation>
    </message>
    <message>
        <source>Another program is using the data of this post</source>
        <translation>Otro programa está usando los datos de este puesto</translation>
    </message>
    <message>
        <source>Close the other window of Cotejo and try again.</source>
        <translation>Cierre la otra ventana de Cotejo y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>El disco está lleno</translation>
    </message>
    <message>
        <source>Free some space. What was saved before is safe.</source>
        <translation>Libere espacio. Lo guardado antes está a salvo.</translation>
    </message>
    <message>
        <source>The data of this post may not be written</source>
        <translation>Los datos de este puesto no se pueden escribir</translation>
    </message>
    <message>
        <source>Check the permissions of the folder of the post.</source>
        <translation>Revise los permisos de la carpeta del puesto.</translation>
    </message>
    <message>
        <source>The disk failed</source>
        <translation>El disco falló</translation>
    </message>
    <message>
        <source>Check the disk and its cable, then start again. Do not copy over the folder.</source>
        <translation>Revise el disco y su cable y vuelva a empezar. No copie nada encima de la carpeta.</translation>
    </message>
    <message>
        <source>The data of this post are damaged</source>
        <translation>Los datos de este puesto están dañados</translation>
    </message>
    <message>
        <source>Stop working here and call support. Cotejo changes and deletes nothing by itself.</source>
        <translation>Deje de trabajar aquí y llame a soporte. Cotejo no cambia ni borra nada por sí mismo.</translation>
    </message>
    <message>
        <source>The key does not open these data</source>
        <translation>La clave no abre estos datos</translation>
    </message>
    <message>
        <source>The folder belongs to another post, or was exchanged. Call support.</source>
        <translation>La carpeta es de otro puesto o fue cambiada. Llame a soporte.</translation>
    </message>
    <message>
        <source>The data were written by a newer Cotejo</source>
        <translation>Los datos los escribió un Cotejo más nuevo</translation>
    </message>
    <message>
        <source>Update this program.</source>
        <translation>Actualice este programa.</translation>
    </message>
    <message>
        <source>The database refused the change</source>
        <translation>La base de datos rechazó el cambio</translation>
    </message>
    <message>
        <source>The same rules stand in the database.</source>
        <translation>Las mismas reglas están en la base de datos.</translation>
    </message>
    <message>
        <source>Reload the case and look at its present state.</source>
        <translation>Vuelva a cargar el caso y mire su estado actual.</translation>
    </message>
    <message>
        <source>The attachment is not here</source>
        <translation>El adjunto no está aquí</translation>
    </message>
    <message>
        <source>It has not arrived yet, or was erased after its retention. Synchronise and try again.</source>
        <translation>Aún no ha llegado, o se borró al vencer su conservación. Sincronice y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>There is a post in this folder already</source>
        <translation>En esta carpeta ya hay un puesto</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <source>Only a person may do this</source>
        <translation>Solo una persona puede hacerlo</translation>
    </message>
    <message>
        <source>No act with legal effect is done by the program.</source>
        <translation>El programa no realiza ningún acto con efecto legal.</translation>
    </message>
    <message>
        <source>An officer does it.</source>
        <translation>Lo hace un oficial.</translation>
    </message>
    <message>
        <source>The act is too large</source>
        <translation>El acto es demasiado grande</translation>
    </message>
    <message>
        <source>Attach images and long texts as documents.</source>
        <translation>Adjunte imágenes y textos largos como documentos.</translation>
    </message>
    <message>
        <source>Name or passphrase is wrong</source>
        <translation>El nombre o la contraseña no son correctos</translation>
    </message>
    <message>
        <source>Type it again. After five failures the account is locked for 15 minutes.</source>
        <translation>Escríbala de nuevo. Tras cinco fallos la cuenta se bloquea 15 minutos.</translation>
    </message>
    <message>
        <source>The account is locked</source>
        <translation>La cuenta está bloqueada</translation>
    </message>
    <message>
        <source>Five failures lock an account for 15 minutes.</source>
        <translation>Cinco fallos bloquean una cuenta 15 minutos.</translation>
    </message>
    <message>
        <source>Wait until the time shown. What you saved is safe.</source>
        <translation>Espere hasta la hora indicada. Lo guardado está a salvo.</translation>
    </message>
    <message>
        <source>The account is not active</source>
        <translation>La cuenta no está activa</translation>
    </message>
    <message>
        <source>Only active officers sign in.</source>
        <translation>Solo entran los oficiales activos.</translation>
    </message>
    <message>
        <source>Ask your administrator.</source>
        <translation>Pregunte a su administrador.</translation>
    </message>
    <message>
        <source>The passphrase is too short</source>
        <translation>La contraseña es demasiado corta</translation>
    </message>
    <message>
        <source>A passphrase has at least 12 characters.</source>
        <translation>Una contraseña tiene al menos 12 caracteres.</translation>
    </message>
    <message>
        <source>Choose a longer one.</source>
        <translation>Elija una más larga.</translation>
    </message>
    <message>
        <source>There is an officer of this name already</source>
        <translation>Ya hay un oficial con este nombre</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Elija otro nombre.</translation>
    </message>
    <message>
        <source>There is no post in this folder</source>
        <translation>En esta carpeta no hay ningún puesto</translation>
    </message>
    <message>
        <source>Choose the folder of a post.</source>
        <translation>Elija la carpeta de un puesto.</translation>
    </message>
    <message>
        <source>Only an administrator may do this</source>
        <translation>Solo un administrador puede hacerlo</translation>
    </message>
    <message>
        <source>Each act has its roles.</source>
        <translation>Cada acto tiene sus funciones.</translation>
    </message>
    <message>
        <source>The sign-in data of this post are damaged or were changed from outside</source>
        <translation>Los datos de acceso de este puesto están dañados o se cambiaron desde fuera</translation>
    </message>
    <message>
        <source>Stop working here and call support.</source>
        <translation>Deje de trabajar aquí y llame a soporte.</translation>
    </message>
    <message>
        <source>This is no image of a known format</source>
        <translation>No es una imagen de un formato conocido</translation>
    </message>
    <message>
        <source>Known: PNG, JPEG, TIFF, BMP and JPEG 2000.</source>
        <translation>Conocidos: PNG, JPEG, TIFF, BMP y JPEG 2000.</translation>
    </message>
    <message>
        <source>A variant of the image format that is not read</source>
        <translation>Una variante del formato de imagen que no se lee</translation>
    </message>
    <message>
        <source>Ask for the image in another format. The bytes are kept.</source>
        <translation>Pida la imagen en otro formato. Los bytes se conservan.</translation>
    </message>
    <message>
        <source>The file is of no format that is read here</source>
        <translation>El archivo no es de ningún formato que se lea aquí</translation>
    </message>
    <message>
        <source>Known: ANSI/NIST-ITL, ISO 19794, OSIA and MOSIP, images, CSV and MRZ lines.</source>
        <translation>Conocidos: ANSI/NIST-ITL, ISO 19794, OSIA y MOSIP, imágenes, CSV y líneas MRZ.</translation>
    </message>
    <message>
        <source>The format is known, but not read yet</source>
        <translation>El formato se conoce, pero aún no se lee</translation>
    </message>
    <message>
        <source>The bytes are kept as they came.</source>
        <translation>Los bytes se conservan como llegaron.</translation>
    </message>
    <message>
        <source>A value has no place in the format</source>
        <translation>Un valor no tiene lugar en el formato</translation>
    </message>
    <message>
        <source>Choose another format, or leave the value out.</source>
        <translation>Elija otro formato u omita el valor.</translation>
    </message>
    <message>
        <source>Nothing in it can be used</source>
        <translation>Nada de ello se puede usar</translation>
    </message>
    <message>
        <source>Neither a sample nor a name could be read. Ask the sender for a better file.</source>
        <translation>No se pudo leer ni una muestra ni un nombre. Pida al remitente un archivo mejor.</translation>
    </message>
    <message>
        <source>These scores do not compare</source>
        <translation>Estas puntuaciones no se comparan</translation>
    </message>
    <message>
        <source>Scores of different algorithms or models do not compare.</source>
        <translation>Las puntuaciones de algoritmos o modelos distintos no se comparan.</translation>
    </message>
    <message>
        <source>Search again with one of them.</source>
        <translation>Busque de nuevo con uno de ellos.</translation>
    </message>
    <message>
        <source>There is no calibration for this algorithm</source>
        <translation>No hay calibración para este algoritmo</translation>
    </message>
    <message>
        <source>A score is shown only with its calibration.</source>
        <translation>Una puntuación solo se muestra con su calibración.</translation>
    </message>
    <message>
        <source>Install the calibration report of this version.</source>
        <translation>Instale el informe de calibración de esta versión.</translation>
    </message>
    <message>
        <source>The calibration report is not usable</source>
        <translation>El informe de calibración no sirve</translation>
    </message>
    <message>
        <source>Install a correct calibration report.</source>
        <translation>Instale un informe de calibración correcto.</translation>
    </message>
    <message>
        <source>The list of face models is damaged</source>
        <translation>La lista de modelos de rostro está dañada</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>Instale el programa de nuevo.</translation>
    </message>
    <message>
        <source>A face model is not the one that was reviewed</source>
        <translation>Un modelo de rostro no es el que se revisó</translation>
    </message>
    <message>
        <source>Only reviewed models compare.</source>
        <translation>Solo comparan los modelos revisados.</translation>
    </message>
    <message>
        <source>Run the set-up again. Face matching stays off.</source>
        <translation>Repita la instalación. El cotejo de rostros queda apagado.</translation>
    </message>
    <message>
        <source>A face model does not fit this version</source>
        <translation>Un modelo de rostro no sirve para esta versión</translation>
    </message>
    <message>
        <source>The self-test of face matching failed</source>
        <translation>Falló la autoprueba del cotejo de rostros</translation>
    </message>
    <message>
        <source>Without a passed self-test nothing is matched.</source>
        <translation>Sin autoprueba superada no se coteja nada.</translation>
    </message>
    <message>
        <source>Start again; if it stays, call support. Face matching stays off.</source>
        <translation>Empiece de nuevo; si sigue, llame a soporte. El cotejo de rostros queda apagado.</translation>
    </message>
    <message>
        <source>The image cannot be used for a face</source>
        <translation>La imagen no sirve para un rostro</translation>
    </message>
    <message>
        <source>Use an image of at least the size asked for.</source>
        <translation>Use una imagen del tamaño mínimo pedido.</translation>
    </message>
    <message>
        <source>No face was found in the image</source>
        <translation>No se encontró ningún rostro en la imagen</translation>
    </message>
    <message>
        <source>Capture again, facing the camera. Not finding one is an ordinary outcome.</source>
        <translation>Capture de nuevo, de frente a la cámara. No encontrar ninguno es un resultado normal.</translation>
    </message>
    <message>
        <source>A face template is damaged</source>
        <translation>Una plantilla de rostro está dañada</translation>
    </message>
    <message>
        <source>It is made anew from the image.</source>
        <translation>Se hace de nuevo a partir de la imagen.</translation>
    </message>
    <message>
        <source>The resolution of the fingerprint is not known</source>
        <translation>No se conoce la resolución de la huella</translation>
    </message>
    <message>
        <source>No resolution is assumed silently.</source>
        <translation>No se supone ninguna resolución en silencio.</translation>
    </message>
    <message>
        <source>State the resolution of the scanner.</source>
        <translation>Indique la resolución del lector.</translation>
    </message>
    <message>
        <source>The resolution of the fingerprint is not supported</source>
        <translation>La resolución de la huella no se admite</translation>
    </message>
    <message>
        <source>Capture again at 500 or 1000 ppi.</source>
        <translation>Capture de nuevo a 500 o 1000 ppi.</translation>
    </message>
    <message>
        <source>The fingerprint is too small</source>
        <translation>La huella es demasiado pequeña</translation>
    </message>
    <message>
        <source>Capture again with the whole fingertip.</source>
        <translation>Capture de nuevo toda la yema.</translation>
    </message>
    <message>
        <source>The fingerprint image is too large</source>
        <translation>La imagen de la huella es demasiado grande</translation>
    </message>
    <message>
        <source>Cut it to one finger.</source>
        <translation>Recórtela a un dedo.</translation>
    </message>
    <message>
        <source>The image is blank</source>
        <translation>La imagen está en blanco</translation>
    </message>
    <message>
        <source>Capture again.</source>
        <translation>Capture de nuevo.</translation>
    </message>
    <message>
        <source>No ridges were found</source>
        <translation>No se encontraron crestas</translation>
    </message>
    <message>
        <source>Clean finger and scanner and capture again.</source>
        <translation>Limpie el dedo y el lector y capture de nuevo.</translation>
    </message>
    <message>
        <source>Too few minutiae were found</source>
        <translation>Se encontraron muy pocas minucias</translation>
    </message>
    <message>
        <source>Capture again with more pressure, or note that it cannot be captured.</source>
        <translation>Capture de nuevo con más presión, o anote que no se puede capturar.</translation>
    </message>
    <message>
        <source>A fingerprint template is damaged</source>
        <translation>Una plantilla de huella está dañada</translation>
    </message>
    <message>
        <source>A fingerprint template is of another version</source>
        <translation>Una plantilla de huella es de otra versión</translation>
    </message>
    <message>
        <source>The self-test of fingerprint matching failed</source>
        <translation>Falló la autoprueba del cotejo de huellas</translation>
    </message>
    <message>
        <source>Start again; if it stays, call support.</source>
        <translation>Empiece de nuevo; si sigue, llame a soporte.</translation>
    </message>
    <message>
        <source>Not possible in this state of the case</source>
        <translation>No es posible en este estado del caso</translation>
    </message>
    <message>
        <source>Each state of a case has its acts.</source>
        <translation>Cada estado de un caso tiene sus actos.</translation>
    </message>
    <message>
        <source>Do the act that leads on from this state.</source>
        <translation>Haga el acto que sigue a este estado.</translation>
    </message>
    <message>
        <source>Your roles do not allow this</source>
        <translation>Sus funciones no lo permiten</translation>
    </message>
    <message>
        <source>Ask someone who holds an allowed role.</source>
        <translation>Pida a alguien que tenga una función permitida.</translation>
    </message>
    <message>
        <source>This post knows no such case</source>
        <translation>Este puesto no conoce ese caso</translation>
    </message>
    <message>
        <source>Check the number, or synchronise.</source>
        <translation>Revise el número o sincronice.</translation>
    </message>
    <message>
        <source>Not open to you now</source>
        <translation>No está abierto para usted ahora</translation>
    </message>
    <message>
        <source>Each sees what the work needs, when it needs it.</source>
        <translation>Cada quien ve lo que el trabajo necesita, cuando lo necesita.</translation>
    </message>
    <message>
        <source>Save what comes before, or ask someone whose role it is.</source>
        <translation>Guarde lo que va antes, o pida a quien le corresponda.</translation>
    </message>
    <message>
        <source>No sample could be searched</source>
        <translation>No se pudo buscar con ninguna muestra</translation>
    </message>
    <message>
        <source>A search rests on at least one usable sample.</source>
        <translation>Una búsqueda se apoya en al menos una muestra útil.</translation>
    </message>
    <message>
        <source>Ask for a recapture, or note that it cannot be captured.</source>
        <translation>Pida una recaptura, o anote que no se puede capturar.</translation>
    </message>
    <message>
        <source>The case is open already</source>
        <translation>El caso ya está abierto</translation>
    </message>
    <message>
        <source>A case is opened once.</source>
        <translation>Un caso se abre una vez.</translation>
    </message>
    <message>
        <source>Work on the one there is.</source>
        <translation>Trabaje en el que hay.</translation>
    </message>
    <message>
        <source>The legal basis is missing</source>
        <translation>Falta la base legal</translation>
    </message>
    <message>
        <source>Nothing is done without a legal basis.</source>
        <translation>Nada se hace sin base legal.</translation>
    </message>
    <message>
        <source>Set the legal basis first.</source>
        <translation>Fije primero la base legal.</translation>
    </message>
    <message>
        <source>Another officer has this case</source>
        <translation>Otro oficial tiene este caso</translation>
    </message>
    <message>
        <source>One officer at a time works on a case.</source>
        <translation>Un solo oficial a la vez trabaja en un caso.</translation>
    </message>
    <message>
        <source>Wait until the time ends, or ask that officer to give it back.</source>
        <translation>Espere a que termine el tiempo, o pídale que lo devuelva.</translation>
    </message>
    <message>
        <source>You do not have this case</source>
        <translation>Usted no tiene este caso</translation>
    </message>
    <message>
        <source>Only who has taken a case changes it.</source>
        <translation>Solo quien ha tomado un caso lo cambia.</translation>
    </message>
    <message>
        <source>Take the case first.</source>
        <translation>Tome primero el caso.</translation>
    </message>
    <message>
        <source>No valid qualification</source>
        <translation>Sin cualificación vigente</translation>
    </message>
    <message>
        <source>Only an examiner with a valid qualification for these samples concludes.</source>
        <translation>Solo concluye un examinador con cualificación vigente para estas muestras.</translation>
    </message>
    <message>
        <source>Ask a qualified examiner to take the case.</source>
        <translation>Pida a un examinador cualificado que tome el caso.</translation>
    </message>
    <message>
        <source>The analysis of the sample is missing</source>
        <translation>Falta el análisis de la muestra</translation>
    </message>
    <message>
        <source>The sample is analysed before references are shown.</source>
        <translation>La muestra se analiza antes de mostrar las referencias.</translation>
    </message>
    <message>
        <source>Open the comparison and save the analysis.</source>
        <translation>Abra el cotejo y guarde el análisis.</translation>
    </message>
    <message>
        <source>The analysis cannot be changed any more</source>
        <translation>El análisis ya no se puede cambiar</translation>
    </message>
    <message>
        <source>References were shown: the analysis stands as saved.</source>
        <translation>Se mostraron referencias: el análisis queda como se guardó.</translation>
    </message>
    <message>
        <source>The lists were not searched yet</source>
        <translation>Aún no se buscó en las listas</translation>
    </message>
    <message>
        <source>An examination rests on a search with its coverage.</source>
        <translation>Un examen se apoya en una búsqueda con su cobertura.</translation>
    </message>
    <message>
        <source>Run the search first.</source>
        <translation>Haga primero la búsqueda.</translation>
    </message>
    <message>
        <source>The case has no such candidate</source>
        <translation>El caso no tiene ese candidato</translation>
    </message>
    <message>
        <source>Choose one of the candidates shown.</source>
        <translation>Elija uno de los candidatos mostrados.</translation>
    </message>
    <message>
        <source>Not every candidate was looked at</source>
        <translation>No se miraron todos los candidatos</translation>
    </message>
    <message>
        <source>Every candidate is looked at before a conclusion.</source>
        <translation>Se mira a cada candidato antes de concluir.</translation>
    </message>
    <message>
        <source>Visit the candidates that are marked as not seen.</source>
        <translation>Visite los candidatos marcados como sin ver.</translation>
    </message>
    <message>
        <source>A provisional conclusion is missing</source>
        <translation>Falta una conclusión provisional</translation>
    </message>
    <message>
        <source>Every candidate gets a conclusion before scores are revealed.</source>
        <translation>Cada candidato recibe una conclusión antes de revelar puntuaciones.</translation>
    </message>
    <message>
        <source>Save the missing conclusions.</source>
        <translation>Guarde las conclusiones que faltan.</translation>
    </message>
    <message>
        <source>Too late: the scores were revealed</source>
        <translation>Demasiado tarde: se revelaron las puntuaciones</translation>
    </message>
    <message>
        <source>Reasons are missing</source>
        <translation>Faltan los motivos</translation>
    </message>
    <message>
        <source>A decision carries its reasons in words.</source>
        <translation>Una decisión lleva sus motivos en palabras.</translation>
    </message>
    <message>
        <source>Write the reasons down.</source>
        <translation>Escriba los motivos.</translation>
    </message>
    <message>
        <source>The reason against is missing</source>
        <translation>Falta la razón en contra</translation>
    </message>
    <message>
        <source>A conclusion names the strongest reason against itself.</source>
        <translation>Una conclusión nombra la razón más fuerte en su contra.</translation>
    </message>
    <message>
        <source>Write the strongest reason against.</source>
        <translation>Escriba la razón más fuerte en contra.</translation>
    </message>
    <message>
        <source>The lists have expired</source>
        <translation>Las listas han vencido</translation>
    </message>
    <message>
        <source>Lists older than 72 hours are not searched.</source>
        <translation>No se busca en listas de más de 72 horas.</translation>
    </message>
    <message>
        <source>Synchronise first.</source>
        <translation>Sincronice primero.</translation>
    </message>
    <message>
        <source>The lists are old</source>
        <translation>Las listas son antiguas</translation>
    </message>
    <message>
        <source>With lists older than 24 hours a person may only be referred.</source>
        <translation>Con listas de más de 24 horas una persona solo se puede derivar.</translation>
    </message>
    <message>
        <source>Refer the person, or synchronise and search again.</source>
        <translation>Derive a la persona, o sincronice y busque de nuevo.</translation>
    </message>
    <message>
        <source>The coverage was not read</source>
        <translation>No se leyó la cobertura</translation>
    </message>
    <message>
        <source>Who proposes knows what was searched and what was not.</source>
        <translation>Quien propone sabe qué se buscó y qué no.</translation>
    </message>
    <message>
        <source>It does not fit the outcome of the examination</source>
        <translation>No corresponde al resultado del examen</translation>
    </message>
    <message>
        <source>A disposition fits the outcome of the examination.</source>
        <translation>Una disposición corresponde al resultado del examen.</translation>
    </message>
    <message>
        <source>Choose one that fits, or conclude the comparison and its blind verification.</source>
        <translation>Elija una que corresponda, o concluya el cotejo y su verificación a ciegas.</translation>
    </message>
    <message>
        <source>A supervisor&apos;s approval is missing</source>
        <translation>Falta la aprobación de un supervisor</translation>
    </message>
    <message>
        <source>This disposition needs an approval.</source>
        <translation>Esta disposición necesita aprobación.</translation>
    </message>
    <message>
        <source>The approval is too old</source>
        <translation>La aprobación es demasiado antigua</translation>
    </message>
    <message>
        <source>You took part in this case</source>
        <translation>Usted participó en este caso</translation>
    </message>
    <message>
        <source>Ask another supervisor.</source>
        <translation>Pida a otro supervisor.</translation>
    </message>
    <message>
        <source>Documents have not been opened</source>
        <translation>No se abrieron todos los documentos</translation>
    </message>
    <message>
        <source>Not possible without connection</source>
        <translation>No es posible sin conexión</translation>
    </message>
    <message>
        <source>This act needs the central server.</source>
        <translation>Este acto necesita el servidor central.</translation>
    </message>
    <message>
        <source>Connect and try again.</source>
        <translation>Conéctese y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>The receipt is missing</source>
        <translation>Falta el recibo</translation>
    </message>
    <message>
        <source>An execution names its receipt.</source>
        <translation>Una ejecución nombra su recibo.</translation>
    </message>
    <message>
        <source>Enter flight, handover or release.</source>
        <translation>Escriba vuelo, entrega o liberación.</translation>
    </message>
    <message>
        <source>Nothing is deleted</source>
        <translation>Nada se borra</translation>
    </message>
    <message>
        <source>Nobody deletes; only retention purges, and leaves a trace.</source>
        <translation>Nadie borra; solo la conservación purga, y deja rastro.</translation>
    </message>
    <message>
        <source>Mark it as unusable.</source>
        <translation>Márquelo como no utilizable.</translation>
    </message>
    <message>
        <source>The entry cannot be acted on</source>
        <translation>No se puede actuar sobre la entrada</translation>
    </message>
    <message>
        <source>Only an active entry of fresh lists carries an act.</source>
        <translation>Solo una entrada activa de listas vigentes sostiene un acto.</translation>
    </message>
    <message>
        <source>Synchronise, or refer the person.</source>
        <translation>Sincronice, o derive a la persona.</translation>
    </message>
    <message>
        <source>An identification is unresolved</source>
        <translation>Hay una identificación sin resolver</translation>
    </message>
    <message>
        <source>Nobody leaves under an unresolved identification.</source>
        <translation>Nadie sale con una identificación sin resolver.</translation>
    </message>
    <message>
        <source>The maximum time of holding has passed</source>
        <translation>Pasó el tiempo máximo de retención</translation>
    </message>
    <message>
        <source>Nobody is held past the clock without confirmation.</source>
        <translation>A nadie se retiene pasado el plazo sin confirmación.</translation>
    </message>
    <message>
        <source>A protection hold forbids it</source>
        <translation>Una retención de protección lo impide</translation>
    </message>
    <message>
        <source>Only the protection role lifts this hold.</source>
        <translation>Solo la función de protección levanta esta retención.</translation>
    </message>
    <message>
        <source>Refer the person to protection.</source>
        <translation>Derive a la persona a protección.</translation>
    </message>
    <message>
        <source>A child hold forbids it</source>
        <translation>Una retención por ser menor lo impide</translation>
    </message>
    <message>
        <source>The protection role decides about children.</source>
        <translation>La función de protección decide sobre menores.</translation>
    </message>
    <message>
        <source>Refer the case to protection.</source>
        <translation>Derive el caso a protección.</translation>
    </message>
    <message>
        <source>The data of this case are disputed</source>
        <translation>Los datos de este caso están en reclamo</translation>
    </message>
    <message>
        <source>A rights request is decided first.</source>
        <translation>Primero se decide el reclamo de datos.</translation>
    </message>
    <message>
        <source>Wait for the decision on the request.</source>
        <translation>Espere la decisión sobre el reclamo.</translation>
    </message>
    <message>
        <source>Two posts decided differently</source>
        <translation>Dos puestos decidieron distinto</translation>
    </message>
    <message>
        <source>The more protective decision governs until a person resolves it.</source>
        <translation>Rige la decisión más protectora hasta que una persona resuelva.</translation>
    </message>
    <message>
        <source>A supervisor resolves the conflict in Activity.</source>
        <translation>Un supervisor resuelve el conflicto en Actividad.</translation>
    </message>
    <message>
        <source>A medical hold forbids it</source>
        <translation>Una retención médica lo impide</translation>
    </message>
    <message>
        <source>A hold is lifted before the act.</source>
        <translation>Una retención se levanta antes del acto.</translation>
    </message>
    <message>
        <source>A supervisor or protection lifts it.</source>
        <translation>La levanta un supervisor o protección.</translation>
    </message>
    <message>
        <source>A legal retention forbids it</source>
        <translation>Una conservación legal lo impide</translation>
    </message>
    <message>
        <source>A supervisor lifts it.</source>
        <translation>La levanta un supervisor.</translation>
    </message>
    <message>
        <source>The case is on hold</source>
        <translation>El caso está en espera</translation>
    </message>
    <message>
        <source>Some holds forbid this act.</source>
        <translation>Algunas retenciones impiden este acto.</translation>
    </message>
    <message>
        <source>Refer the person, or ask your supervisor.</source>
        <translation>Derive a la persona, o pregunte a su supervisor.</translation>
    </message>
    <message>
        <source>The entry has no effect</source>
        <translation>La entrada no tiene efecto</translation>
    </message>
    <message>
        <source>It is in quarantine, or a newer Cotejo wrote it.</source>
        <translation>Está en cuarentena, o la escribió un Cotejo más nuevo.</translation>
    </message>
    <message>
        <source>Review it, or bring the program up to date.</source>
        <translation>Revísela, o actualice el programa.</translation>
    </message>
    <message>
        <source>Another decision has arrived</source>
        <translation>Llegó otra decisión</translation>
    </message>
    <message>
        <source>A resolution names every differing decision.</source>
        <translation>Una resolución nombra cada decisión que difiere.</translation>
    </message>
    <message>
        <source>Read the new one and resolve again.</source>
        <translation>Lea la nueva y resuelva otra vez.</translation>
    </message>
    <message>
        <source>The server cannot be reached</source>
        <translation>No se alcanza el servidor</translation>
    </message>
    <message>
        <source>Nothing is lost: what waits is sent when the connection is back.</source>
        <translation>Nada se pierde: lo que espera se envía cuando vuelva la conexión.</translation>
    </message>
    <message>
        <source>The server asked to come back later</source>
        <translation>El servidor pidió volver más tarde</translation>
    </message>
    <message>
        <source>Cotejo tries again by itself.</source>
        <translation>Cotejo vuelve a intentarlo por sí mismo.</translation>
    </message>
    <message>
        <source>The certificates do not fit</source>
        <translation>Los certificados no corresponden</translation>
    </message>
    <message>
        <source>Server and post prove who they are.</source>
        <translation>Servidor y puesto demuestran quiénes son.</translation>
    </message>
    <message>
        <source>Ask your administrator to enrol this post again.</source>
        <translation>Pida a su administrador que inscriba de nuevo este puesto.</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong</source>
        <translation>El reloj de este equipo va mal</translation>
    </message>
    <message>
        <source>Deadlines and signatures need the right time.</source>
        <translation>Los plazos y las firmas necesitan la hora correcta.</translation>
    </message>
    <message>
        <source>Correct the date in the system settings, then try again.</source>
        <translation>Corrija la fecha en los ajustes del sistema y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>The server has withdrawn this device</source>
        <translation>El servidor retiró este equipo</translation>
    </message>
    <message>
        <source>A withdrawn device sends and receives nothing.</source>
        <translation>Un equipo retirado no envía ni recibe nada.</translation>
    </message>
    <message>
        <source>The server keeps changing its history</source>
        <translation>El servidor cambia una y otra vez su historia</translation>
    </message>
    <message>
        <source>Ask your administrator to look at the server.</source>
        <translation>Pida a su administrador que revise el servidor.</translation>
    </message>
    <message>
        <source>The server holds other acts in our place</source>
        <translation>El servidor tiene otros actos en nuestro lugar</translation>
    </message>
    <message>
        <source>A chain has one history.</source>
        <translation>Una cadena tiene una sola historia.</translation>
    </message>
    <message>
        <source>The server answered something unexpected</source>
        <translation>El servidor respondió algo inesperado</translation>
    </message>
    <message>
        <source>This version is too old for the server</source>
        <translation>Esta versión es demasiado antigua para el servidor</translation>
    </message>
    <message>
        <source>Update this program. What waits is kept.</source>
        <translation>Actualice este programa. Lo que espera se conserva.</translation>
    </message>
    <message>
        <source>The lists received were refused</source>
        <translation>Se rechazaron las listas recibidas</translation>
    </message>
    <message>
        <source>Lists are signed and never go back.</source>
        <translation>Las listas van firmadas y nunca retroceden.</translation>
    </message>
    <message>
        <source>The lists of before stay. Ask your administrator.</source>
        <translation>Siguen las listas anteriores. Pregunte a su administrador.</translation>
    </message>
    <message>
        <source>This post has no server yet</source>
        <translation>Este puesto aún no tiene servidor</translation>
    </message>
    <message>
        <source>Ask your administrator for an enrolment code.</source>
        <translation>Pida a su administrador un código de inscripción.</translation>
    </message>
    <message>
        <source>The enrolment code is not valid</source>
        <translation>El código de inscripción no vale</translation>
    </message>
    <message>
        <source>A code works once and for a limited time.</source>
        <translation>Un código sirve una vez y por tiempo limitado.</translation>
    </message>
    <message>
        <source>Ask for a new code.</source>
        <translation>Pida un código nuevo.</translation>
    </message>
    <message>
        <source>File: %1.</source>
        <translation>Archivo: %1.</translation>
    </message>
    <message>
        <source>Record: %1.</source>
        <translation>Registro: %1.</translation>
    </message>
    <message>
        <source>Field: %1.</source>
        <translation>Campo: %1.</translation>
    </message>
    <message>
        <source>Taken by %1.</source>
        <translation>Lo tiene %1.</translation>
    </message>
    <message>
        <source>Server: %1.</source>
        <translation>Servidor: %1.</translation>
    </message>
    <message>
        <source>Until %1.</source>
        <translation>Hasta las %1.</translation>
    </message>
    <message>
        <source>The image library cannot be loaded</source>
        <translation>La biblioteca de imágenes no se puede cargar</translation>
    </message>
    <message>
        <source>Install the package libopencv-imgcodecs406 again, then start the program anew.</source>
        <translation>Instale de nuevo el paquete libopencv-imgcodecs406 y vuelva a abrir el programa.</translation>
    </message>
    <message>
        <source>Add what is missing as a note in the Overview.</source>
        <translation>Añada lo que falta como nota en el Resumen.</translation>
    </message>
    <message>
        <source>The portrait was not opened beside the live sample</source>
        <translation>El retrato no se abrió junto a la muestra en vivo</translation>
    </message>
    <message>
        <source>The document is compared after the live sample was analysed, side by side.</source>
        <translation>El documento se compara, lado a lado, después de analizar la muestra en vivo.</translation>
    </message>
    <message>
        <source>Open the portrait beside the live sample in the tab of the comparison, then conclude.</source>
        <translation>Abra el retrato junto a la muestra en vivo en la pestaña del cotejo y concluya después.</translation>
    </message>
    <message>
        <source>The search is not whole</source>
        <translation>La búsqueda no está completa</translation>
    </message>
    <message>
        <source>Every list and every sample is searched before a conclusion, or has its reason why not.</source>
        <translation>Antes de concluir se busca en cada lista y con cada muestra, o consta el motivo por el que no.</translation>
    </message>
    <message>
        <source>Search the lists again in the tab Decision; mark samples that cannot be used as unusable in Documents.</source>
        <translation>Busque de nuevo en las listas en la pestaña Decisión; marque como no utilizables, en Documentos, las muestras que no sirven.</translation>
    </message>
    <message>
        <source>The case cannot end yet</source>
        <translation>El caso aún no puede terminar</translation>
    </message>
    <message>
        <source>A case ends when no hold, referral or re-examination is open.</source>
        <translation>Un caso termina cuando no queda abierta ninguna retención, remisión ni reexamen.</translation>
    </message>
    <message>
        <source>Settle what is named: each stands with its own way out in the Overview of the case.</source>
        <translation>Resuelva lo que se nombra: cada asunto está con su salida en el Resumen del caso.</translation>
    </message>
    <message>
        <source>The dossier is not the one that was approved</source>
        <translation>El expediente no es el que se aprobó</translation>
    </message>
    <message>
        <source>An approval is given for exactly one dossier.</source>
        <translation>Una aprobación se da para un expediente exacto.</translation>
    </message>
    <message>
        <source>A supervisor reads what is new in Approvals and approves again.</source>
        <translation>Una supervisora o un supervisor lee lo nuevo en Aprobaciones y aprueba otra vez.</translation>
    </message>
    <message>
        <source>Papers are missing</source>
        <translation>Faltan documentos</translation>
    </message>
    <message>
        <source>Each disposition needs its papers, or the reason why one does not apply.</source>
        <translation>Cada disposición pide sus documentos, o el motivo por el que uno no procede.</translation>
    </message>
    <message>
        <source>Add each in Documents, or say there why it does not apply.</source>
        <translation>Añada cada uno en Documentos, o diga allí por qué no procede.</translation>
    </message>
    <message>
        <source>The appeal window still runs</source>
        <translation>El plazo de recurso aún corre</translation>
    </message>
    <message>
        <source>Nobody is returned while an appeal is possible.</source>
        <translation>Nadie es devuelto mientras cabe un recurso.</translation>
    </message>
    <message>
        <source>Wait for its end, or add the waiver signed with counsel in Documents.</source>
        <translation>Espere a que termine, o añada en Documentos la renuncia firmada con abogado.</translation>
    </message>
    <message>
        <source>The entry&apos;s owner has not confirmed</source>
        <translation>El titular de la entrada no ha confirmado</translation>
    </message>
    <message>
        <source>Nobody is held for another before the owner of the entry confirmed.</source>
        <translation>Nadie queda retenido para otro antes de que el titular de la entrada confirme.</translation>
    </message>
    <message>
        <source>Request the answer in the tab Release guard, record it there and have another person countersign it.</source>
        <translation>Pida la respuesta en la pestaña Guarda de liberación, anótela allí y haga que otra persona la contrafirme.</translation>
    </message>
    <message>
        <source>Two blind examiners are needed</source>
        <translation>Hacen falta dos examinadores a ciegas</translation>
    </message>
    <message>
        <source>An act against a person rests on two examiners who did not know of each other.</source>
        <translation>Un acto contra una persona se apoya en dos examinadores que no sabían uno del otro.</translation>
    </message>
    <message>
        <source>A supervisor orders a re-examination in the Overview of the case.</source>
        <translation>Supervisión ordena un reexamen en el Resumen del caso.</translation>
    </message>
    <message>
        <source>The paper cannot be shown page by page</source>
        <translation>El documento no se puede mostrar página a página</translation>
    </message>
    <message>
        <source>What nobody can read page by page is no paper of a dossier.</source>
        <translation>Lo que nadie puede leer página a página no es documento de un expediente.</translation>
    </message>
    <message>
        <source>Save it as a PDF without password, a picture of one page or plain text, and add that.</source>
        <translation>Guárdelo como PDF sin contraseña, imagen de una página o texto simple, y añada eso.</translation>
    </message>
    <message>
        <source>The case stands on no manifest</source>
        <translation>El caso no está en ningún manifiesto</translation>
    </message>
    <message>
        <source>A return is put on a manifest and checked again before it is carried out.</source>
        <translation>Una devolución se pone en un manifiesto y se comprueba otra vez antes de ejecutarse.</translation>
    </message>
    <message>
        <source>Put it on the manifest in the tab Disposition.</source>
        <translation>Póngalo en el manifiesto en la pestaña Disposición.</translation>
    </message>
    <message>
        <source>The entry is on its list for something else</source>
        <translation>La entrada está en su lista por otra cosa</translation>
    </message>
    <message>
        <source>A disposition fits what the entry is on its list for.</source>
        <translation>Una disposición corresponde a aquello por lo que la entrada está en su lista.</translation>
    </message>
    <message>
        <source>Choose a disposition that the entry carries in the tab Disposition.</source>
        <translation>Elija en la pestaña Disposición una que la entrada sostenga.</translation>
    </message>
    <message>
        <source>There is no such answer to act on</source>
        <translation>No hay tal respuesta sobre la que actuar</translation>
    </message>
    <message>
        <source>Answers are recorded first, then countersigned, and settled where they differ.</source>
        <translation>Las respuestas se anotan, después se contrafirman, y se resuelven si difieren.</translation>
    </message>
    <message>
        <source>Record the owner&apos;s answer in the tab Release guard.</source>
        <translation>Anote la respuesta del titular en la pestaña Guarda de liberación.</translation>
    </message>
    <message>
        <source>Only a supervisor returns this case now</source>
        <translation>Ahora solo supervisión devuelve este caso</translation>
    </message>
    <message>
        <source>From the first conclusion on a return is a supervisor&apos;s; what was found stays.</source>
        <translation>Desde la primera conclusión devolver es de supervisión; lo hallado se queda.</translation>
    </message>
    <message>
        <source>Ask a supervisor to return it, or let the examination go to its end.</source>
        <translation>Pida a supervisión que lo devuelva, o deje que el examen llegue a su fin.</translation>
    </message>
    <message>
        <source>Not on your own work</source>
        <translation>No sobre su propio trabajo</translation>
    </message>
    <message>
        <source>Nobody verifies, countersigns or settles what is their own.</source>
        <translation>Nadie verifica, contrafirma ni resuelve lo propio.</translation>
    </message>
    <message>
        <source>Another person does this: an examiner for a conclusion, an officer or supervisor for a record.</source>
        <translation>Lo hace otra persona: un examinador si es una conclusión, un oficial o supervisión si es una anotación.</translation>
    </message>
    <message>
        <source>You have seen something of this case</source>
        <translation>Usted ha visto algo de este caso</translation>
    </message>
    <message>
        <source>An examiner who has seen nothing of it must take the case.</source>
        <translation>Debe tomar el caso un examinador que no haya visto nada de él.</translation>
    </message>
    <message>
        <source>Read the coverage in the tab Decision.</source>
        <translation>Lea la cobertura en la pestaña Decisión.</translation>
    </message>
    <message>
        <source>Send it for approval in the tab Disposition.</source>
        <translation>Envíela a aprobación en la pestaña Disposición.</translation>
    </message>
    <message>
        <source>A supervisor approves it again in Approvals.</source>
        <translation>Supervisión la aprueba otra vez en Aprobaciones.</translation>
    </message>
    <message>
        <source>A paper counts as opened once every page of it was drawn for you.</source>
        <translation>Un documento cuenta como abierto cuando cada página se ha dibujado para usted.</translation>
    </message>
    <message>
        <source>Read the papers that are named to their last page.</source>
        <translation>Lea hasta la última página los documentos que se nombran.</translation>
    </message>
    <message>
        <source>The paper is missing</source>
        <translation>Falta el documento</translation>
    </message>
    <message>
        <source>This act names a paper of the dossier it rests on.</source>
        <translation>Este acto nombra el documento del expediente en que se apoya.</translation>
    </message>
    <message>
        <source>Add the paper in Documents and name it.</source>
        <translation>Añada el documento en Documentos y nómbrelo.</translation>
    </message>
    <message>
        <source>Request the owner&apos;s answer in the tab Release guard, record it, and have another person countersign it.</source>
        <translation>Pida la respuesta del titular en la pestaña Guarda de liberación, anótela y haga que otra persona la contrafirme.</translation>
    </message>
    <message>
        <source>Record the confirmation in the tab Release guard, or a supervisor ends the guard there.</source>
        <translation>Anote la confirmación en la pestaña Guarda de liberación, o supervisión termina allí la guarda.</translation>
    </message>
    <message>
        <source>Missing: %1.</source>
        <translation>Falta: %1.</translation>
    </message>
    <message>
        <source>Not read: %1.</source>
        <translation>Sin leer: %1.</translation>
    </message>
    <message>
        <source>Open: %1.</source>
        <translation>Abierto: %1.</translation>
    </message>
    <message>
        <source>You compared in this case.</source>
        <translation>Usted cotejó en este caso.</translation>
    </message>
    <message>
        <source>You proposed in this case.</source>
        <translation>Usted propuso en este caso.</translation>
    </message>
    <message>
        <source>It is listed for: %1.</source>
        <translation>Figura por: %1.</translation>
    </message>
    <message>
        <source>No case was opened from it</source>
        <translation>No se abrió ningún caso con ello</translation>
    </message>
    <message>
        <source>Nothing of it was written. Sign in with the role of an officer.</source>
        <translation>No se escribió nada de ello. Entre con el rol de oficial.</translation>
    </message>
    <message>
        <source>What was found is kept from you for now</source>
        <translation>Lo hallado se le oculta por ahora</translation>
    </message>
    <message>
        <source>Who may still be asked to examine a case does not act on what others found in it.</source>
        <translation>Quien aún puede ser llamado a examinar un caso no actúa sobre lo que otros hallaron en él.</translation>
    </message>
    <message>
        <source>A supervisor who does not examine does this, or you do it once the identity is resolved.</source>
        <translation>Lo hace un supervisor que no examine, o usted cuando la identidad esté resuelta.</translation>
    </message>
    <message>
        <source>Samples, search and what was saved before the reveal stand in this round.</source>
        <translation>En esta ronda, las muestras, la búsqueda y lo guardado antes de revelar quedan.</translation>
    </message>
    <message>
        <source>Conclude as you see it now and say why where you changed your mind, or request a recapture, which begins another round.</source>
        <translation>Concluya como lo ve ahora y diga por qué donde cambió de opinión, o pida una recaptura, que empieza otra ronda.</translation>
    </message>
    <message>
        <source>A paper of this kind is named: %1.</source>
        <translation>Se nombra un documento de esta clase: %1.</translation>
    </message>
    <message>
        <source>You settled the policy, or are an administrator.</source>
        <translation>Usted fijó la política, o es administrador.</translation>
    </message>
    <message>
        <source>An approval is valid as long as the organisation&apos;s policy says.</source>
        <translation>Una aprobación vale mientras diga la política de la organización.</translation>
    </message>
    <message>
        <source>Who compared, proposed, lifted a hold, answered for an entry&apos;s owner, waived, named or supplied a paper, or settled the policy does not decide on it.</source>
        <translation>Quien cotejó, propuso, levantó una retención, respondió por el titular de una entrada, dispensó, clasificó o aportó un documento, o fijó la política no decide sobre él.</translation>
    </message>
    <message>
        <source>In this case you lifted a hold, answered for the entry&apos;s owner, or waived, named or supplied a paper.</source>
        <translation>En este caso usted levantó una retención, respondió por el titular de la entrada, o dispensó, clasificó o aportó un documento.</translation>
    </message>
    <message>
        <source>Another supervisor ordered the re-examination</source>
        <translation>Otro supervisor ordenó el reexamen</translation>
    </message>
    <message>
        <source>Only who ordered it withdraws it.</source>
        <translation>Solo quien lo ordenó lo retira.</translation>
    </message>
    <message>
        <source>Ask them, or let two examiners end it.</source>
        <translation>Pídaselo, o deje que dos examinadores lo terminen.</translation>
    </message>
    <message>
        <source>Which entry is it about?</source>
        <translation>¿De qué entrada se trata?</translation>
    </message>
    <message>
        <source>The person is identified as several entries, each with its own owner and guard.</source>
        <translation>La persona está identificada como varias entradas, cada una con su titular y su guarda.</translation>
    </message>
    <message>
        <source>Name the entry that this is about.</source>
        <translation>Nombre la entrada de la que se trata.</translation>
    </message>
    <message>
        <source>A candidate was never examined</source>
        <translation>Un candidato no fue examinado</translation>
    </message>
    <message>
        <source>Nobody is let go, and nothing is done against anybody, over a candidate on whom nobody concluded.</source>
        <translation>A nadie se deja ir, ni se actúa contra nadie, habiendo un candidato sobre el que nadie concluyó.</translation>
    </message>
    <message>
        <source>A supervisor returns the case or orders a re-examination in its Overview.</source>
        <translation>Un supervisor devuelve el caso u ordena un reexamen en su Resumen.</translation>
    </message>
    <message>
        <source>You concluded on this pair already</source>
        <translation>Usted ya concluyó sobre este par</translation>
    </message>
    <message>
        <source>Nobody concludes on the same pair twice.</source>
        <translation>Nadie concluye dos veces sobre el mismo par.</translation>
    </message>
    <message>
        <source>One of the posts identified the person</source>
        <translation>Uno de los puestos identificó a la persona</translation>
    </message>
    <message>
        <source>What an examiner found is not put aside by choosing what another found.</source>
        <translation>Lo que halló un examinador no se descarta eligiendo lo que halló otro.</translation>
    </message>
    <message>
        <source>Choose the decision that identifies, or none of them: two others examine.</source>
        <translation>Elija la decisión que identifica, o ninguna: examinan otros dos.</translation>
    </message>
    <message>
        <source>The legal maximum has not run out</source>
        <translation>El máximo legal no ha pasado</translation>
    </message>
    <message>
        <source>A guard lapses only after the longest holding that the organisation settled by its policy record.</source>
        <translation>Una guarda caduca solo pasada la retención más larga que la organización fijó en su política.</translation>
    </message>
    <message>
        <source>Wait for the owner&apos;s answer; two supervisors may override the guard.</source>
        <translation>Espere la respuesta del titular; dos supervisores pueden exceptuar la guarda.</translation>
    </message>
    <message>
        <source>The officer belongs to another post</source>
        <translation>El funcionario pertenece a otro puesto</translation>
    </message>
    <message>
        <source>Each post&apos;s administrator looks after its own people.</source>
        <translation>Cada administrador se ocupa de las personas de su puesto.</translation>
    </message>
    <message>
        <source>Ask the administrator of that post.</source>
        <translation>Pídalo al administrador de ese puesto.</translation>
    </message>
    <message>
        <source>Who was shown scores, names, conclusions, an earlier round or the document&apos;s portrait of a case, narrowed its search down, or learned of it from another case of the same sample or person, does not examine it.</source>
        <translation>Quien vio puntuaciones, nombres, conclusiones, una ronda anterior o el retrato del documento de un caso, acotó su búsqueda o supo de él por otro caso de la misma muestra o persona, no lo examina.</translation>
    </message>
    <message>
        <source>The organisation&apos;s roster says this</source>
        <translation>Esto lo dice el registro de la organización</translation>
    </message>
    <message>
        <source>Functions, suspensions and policy of an organisation are signed by its administrators, not set at a post.</source>
        <translation>Las funciones, las suspensiones y la política de una organización las firman sus administradores; no se fijan en un puesto.</translation>
    </message>
    <message>
        <source>An administrator of the roster changes it there.</source>
        <translation>Un administrador del registro lo cambia allí.</translation>
    </message>
    <message>
        <source>The organisation&apos;s roster does not allow this</source>
        <translation>El registro de la organización no lo permite</translation>
    </message>
    <message>
        <source>A post follows one roster, which administrators sign and which never goes back.</source>
        <translation>Un puesto sigue un solo registro, que los administradores firman y que nunca retrocede.</translation>
    </message>
    <message>
        <source>Ask an administrator of the roster. What waits here is kept.</source>
        <translation>Consulte a un administrador del registro. Lo que espera aquí se conserva.</translation>
    </message>
    <message>
        <source>Another change of the roster came first</source>
        <translation>Otro cambio del registro llegó antes</translation>
    </message>
    <message>
        <source>The roster is one row of changes, each signed upon the one before.</source>
        <translation>El registro es una sola fila de cambios, cada uno firmado sobre el anterior.</translation>
    </message>
    <message>
        <source>Synchronise, look at the roster, and propose it again.</source>
        <translation>Sincronice, mire el registro y propóngalo de nuevo.</translation>
    </message>
    <message>
        <source>This change is not signed by an administrator</source>
        <translation>Este cambio no está firmado por un administrador</translation>
    </message>
    <message>
        <source>Only administrators of the roster change it.</source>
        <translation>Solo los administradores del registro lo cambian.</translation>
    </message>
    <message>
        <source>Ask an administrator.</source>
        <translation>Consulte a un administrador.</translation>
    </message>
    <message>
        <source>This change needs a second administrator</source>
        <translation>Este cambio necesita un segundo administrador</translation>
    </message>
    <message>
        <source>Who gets a function, and policy, are signed by two.</source>
        <translation>Quién recibe una función y la política se firman entre dos.</translation>
    </message>
    <message>
        <source>Ask another administrator to sign it too.</source>
        <translation>Pida a otro administrador que también lo firme.</translation>
    </message>
    <message>
        <source>Administrator and a function in cases are not one person</source>
        <translation>Administrador y función en casos no son una misma persona</translation>
    </message>
    <message>
        <source>Whoever gives functions does not use them.</source>
        <translation>Quien da las funciones no las usa.</translation>
    </message>
    <message>
        <source>Choose one of the two for this person.</source>
        <translation>Elija una de las dos para esta persona.</translation>
    </message>
    <message>
        <source>This person or device is in the roster already</source>
        <translation>Esta persona o este dispositivo ya está en el registro</translation>
    </message>
    <message>
        <source>One person, one account; a withdrawn device does not come back.</source>
        <translation>Una persona, una cuenta; un dispositivo retirado no vuelve.</translation>
    </message>
    <message>
        <source>Change the functions of the account that is there.</source>
        <translation>Cambie las funciones de la cuenta que existe.</translation>
    </message>
    <message>
        <source>Two administrators remain at least</source>
        <translation>Quedan al menos dos administradores</translation>
    </message>
    <message>
        <source>Admit another administrator first.</source>
        <translation>Admita primero a otro administrador.</translation>
    </message>
    <message>
        <source>The roster does not name whom this is about</source>
        <translation>El registro no nombra a quien esto concierne</translation>
    </message>
    <message>
        <source>Synchronise, and look at who is in it.</source>
        <translation>Sincronice y mire quién está en él.</translation>
    </message>
    <message>
        <source>The administrator&apos;s key does not open</source>
        <translation>La clave del administrador no abre</translation>
    </message>
    <message>
        <source>Check the file and the passphrase.</source>
        <translation>Revise el archivo y la contraseña.</translation>
    </message>
    <message>
        <source>The server did not confirm it</source>
        <translation>El servidor no lo confirmó</translation>
    </message>
    <message>
        <source>The act is written, but without the server&apos;s word it has no effect.</source>
        <translation>El acto está escrito, pero sin la palabra del servidor no tiene efecto.</translation>
    </message>
    <message>
        <source>Synchronise, look at the case again and repeat it.</source>
        <translation>Sincronice, vuelva a mirar el caso y repítalo.</translation>
    </message>
    <message>
        <source>What would leave is not what was previewed</source>
        <translation>Lo que saldría no es lo que se previsualizó</translation>
    </message>
    <message>
        <source>Nothing leaves but exactly what whoever authorises it had before them.</source>
        <translation>Nada sale sino exactamente lo que tuvo delante quien lo autoriza.</translation>
    </message>
    <message>
        <source>Open the preview; where the case changed, draft the request anew.</source>
        <translation>Abra la vista previa; si el caso cambió, redacte la consulta de nuevo.</translation>
    </message>
    <message>
        <source>The case has no such request to a partner</source>
        <translation>El caso no tiene esa consulta a un socio</translation>
    </message>
    <message>
        <source>Only what was drafted is authorised, and only who was told something is told a correction.</source>
        <translation>Solo se autoriza lo redactado, y una corrección solo se dice a quien se dijo algo.</translation>
    </message>
    <message>
        <source>Choose a request of the list.</source>
        <translation>Elija una consulta de la lista.</translation>
    </message>
    <message>
        <source>The request is not at this step</source>
        <translation>La consulta no está en este paso</translation>
    </message>
    <message>
        <source>A request goes one step after the other.</source>
        <translation>Una consulta va paso a paso.</translation>
    </message>
    <message>
        <source>Look at how far it is.</source>
        <translation>Mire hasta dónde ha llegado.</translation>
    </message>
    <message>
        <source>The time for an answer is over</source>
        <translation>Terminó el tiempo de respuesta</translation>
    </message>
    <message>
        <source>A request has an end, after which no answer is awaited.</source>
        <translation>Una consulta tiene un fin, tras el que no se espera respuesta.</translation>
    </message>
    <message>
        <source>Draft the request anew.</source>
        <translation>Redacte la consulta de nuevo.</translation>
    </message>
    <message>
        <source>The agreement does not allow this</source>
        <translation>El acuerdo no lo permite</translation>
    </message>
    <message>
        <source>Nothing leaves that an agreement in force does not name: purpose, direction, grade and field.</source>
        <translation>Nada sale que un acuerdo en vigor no nombre: finalidad, sentido, grado y campo.</translation>
    </message>
    <message>
        <source>Choose another agreement or purpose; an administrator renews an agreement.</source>
        <translation>Elija otro acuerdo u otra finalidad; un administrador renueva un acuerdo.</translation>
    </message>
    <message>
        <source>The organisation has no such agreement</source>
        <translation>La organización no tiene ese acuerdo</translation>
    </message>
    <message>
        <source>A partner is asked under an agreement that two administrators signed.</source>
        <translation>A un socio se le pregunta con un acuerdo que firmaron dos administradores.</translation>
    </message>
    <message>
        <source>Choose an agreement of the list, or ask an administrator.</source>
        <translation>Elija un acuerdo de la lista o pida ayuda a un administrador.</translation>
    </message>
    <message>
        <source>A sample cannot be sent</source>
        <translation>Una muestra no se puede enviar</translation>
    </message>
    <message>
        <source>A message has only samples that the agreement names, free of what a file says beside its picture.</source>
        <translation>Un mensaje solo lleva muestras que el acuerdo nombra, sin lo que un archivo dice además de su imagen.</translation>
    </message>
    <message>
        <source>Choose other samples, or capture this one anew.</source>
        <translation>Elija otras muestras o capture esta de nuevo.</translation>
    </message>
    <message>
        <source>The message is not signed by the partner</source>
        <translation>El mensaje no está firmado por el socio</translation>
    </message>
    <message>
        <source>An answer is a message that the partner signed and sealed to us.</source>
        <translation>Una respuesta es un mensaje que el socio firmó y selló para nosotros.</translation>
    </message>
    <message>
        <source>It is kept aside; call the partner by the contact of the agreement.</source>
        <translation>Queda apartado; llame al socio por el contacto del acuerdo.</translation>
    </message>
    <message>
        <source>The message answers nothing that was asked</source>
        <translation>El mensaje no contesta nada que se preguntara</translation>
    </message>
    <message>
        <source>An answer names the request, agreement and purpose it is about.</source>
        <translation>Una respuesta nombra la consulta, el acuerdo y la finalidad de que trata.</translation>
    </message>
    <message>
        <source>The answer came too late</source>
        <translation>La respuesta llegó tarde</translation>
    </message>
    <message>
        <source>After its end, or after another answer, a message changes nothing.</source>
        <translation>Pasado su fin, o tras otra respuesta, un mensaje no cambia nada.</translation>
    </message>
    <message>
        <source>It is kept aside; ask anew if it matters.</source>
        <translation>Queda apartado; pregunte de nuevo si importa.</translation>
    </message>
    <message>
        <source>The answer has more than was asked</source>
        <translation>La respuesta trae más de lo preguntado</translation>
    </message>
    <message>
        <source>An answer has at most the candidates, grades and bytes that the agreement names.</source>
        <translation>Una respuesta trae como máximo los candidatos, grados y bytes que el acuerdo nombra.</translation>
    </message>
    <message>
        <source>The answer cannot be read</source>
        <translation>La respuesta no se puede leer</translation>
    </message>
    <message>
        <source>An answer has one form, whole and bounded.</source>
        <translation>Una respuesta tiene una sola forma, entera y acotada.</translation>
    </message>
    <message>
        <source>The signature of the message does not hold</source>
        <translation>La firma del mensaje no se sostiene</translation>
    </message>
    <message>
        <source>A message is signed by the key that the agreement names.</source>
        <translation>Un mensaje lo firma la clave que el acuerdo nombra.</translation>
    </message>
    <message>
        <source>The message is not sealed to us</source>
        <translation>El mensaje no está sellado para nosotros</translation>
    </message>
    <message>
        <source>A message is sealed to our own key.</source>
        <translation>Un mensaje se sella con nuestra propia clave.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>cut off: cannot be shown</source>
        <translation>cortada: no se puede mostrar</translation>
    </message>
    <message>
        <source>lossless JPEG: cannot be shown</source>
        <translation>JPEG sin pérdida: no se puede mostrar</translation>
    </message>
    <message>
        <source>unknown coding: cannot be shown</source>
        <translation>codificación desconocida: no se puede mostrar</translation>
    </message>
    <message>
        <source>cannot be shown (%1)</source>
        <translation>no se puede mostrar (%1)</translation>
    </message>
</context>
<context>
    <name>cotejo::activity::ActivityPage</name>
    <message>
        <source>its author is not known here yet</source>
        <translation>aquí aún no se conoce a su autor</translation>
    </message>
    <message>
        <source>its contents cannot be read</source>
        <translation>su contenido no se puede leer</translation>
    </message>
    <message>
        <source>its device was withdrawn</source>
        <translation>su equipo fue retirado</translation>
    </message>
    <message>
        <source>written by a newer Cotejo</source>
        <translation>escrito por un Cotejo más nuevo</translation>
    </message>
    <message>
        <source>an earlier act is missing</source>
        <translation>falta un acto anterior</translation>
    </message>
    <message>
        <source>another act stands in its place</source>
        <translation>otro acto está en su lugar</translation>
    </message>
    <message>
        <source>a signature is wrong</source>
        <translation>una firma es incorrecta</translation>
    </message>
    <message>
        <source>from another organisation</source>
        <translation>de otra organización</translation>
    </message>
    <message>
        <source>refused by a rule of the database</source>
        <translation>rechazado por una regla de la base de datos</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Verify the journal</source>
        <translation>Verificar diario</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>To send, and receipts</source>
        <translation>Por enviar y recibos</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Receipt or reason</source>
        <translation>Recibo o motivo</translation>
    </message>
    <message>
        <source>Acts to send and receipts</source>
        <translation>Actos por enviar y recibos</translation>
    </message>
    <message>
        <source>Nothing leaves this list without the server&apos;s receipt. Closing the program loses nothing.</source>
        <translation>Nada sale de esta lista sin recibo del servidor. Cerrar el programa no pierde nada.</translation>
    </message>
    <message>
        <source>Last synchronisation and journal</source>
        <translation>Última sincronización y diario</translation>
    </message>
    <message>
        <source>not run in this shift</source>
        <translation>sin hacer en este turno</translation>
    </message>
    <message>
        <source>The report of a pass is shown here: what was sent and receipted, what arrived, what was withheld.</source>
        <translation>Aquí se muestra el informe de cada pasada: qué se envió y tiene recibo, qué llegó, qué quedó en cuarentena.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Report of the last synchronisation</source>
        <translation>Informe de la última sincronización</translation>
    </message>
    <message>
        <source>Journal: not verified in this shift</source>
        <translation>Diario: sin verificar en este turno</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Conflictos</translation>
    </message>
    <message>
        <source>This post has no server: everything stays here</source>
        <translation>Este puesto no tiene servidor: todo queda aquí</translation>
    </message>
    <message>
        <source>Last contact %1 ago</source>
        <translation>Último contacto hace %1</translation>
    </message>
    <message>
        <source>No contact with the server yet</source>
        <translation>Aún sin contacto con el servidor</translation>
    </message>
    <message>
        <source>Tries again</source>
        <translation>Reintenta</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>goes with the next contact</source>
        <translation>sale con el próximo contacto</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>En cuarentena</translation>
    </message>
    <message>
        <source>Receipted</source>
        <translation>Con recibo</translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n por enviar</numerusform>
            <numerusform>%n por enviar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n withheld</source>
        <translation>
            <numerusform>%n en cuarentena</numerusform>
            <numerusform>%n en cuarentena</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cases with two decisions</source>
        <translation>
            <numerusform>%n caso con dos decisiones</numerusform>
            <numerusform>%n casos con dos decisiones</numerusform>
        </translation>
    </message>
    <message>
        <source>No case has two decisions. When two posts decide differently without having seen each other, it is settled here by a person.</source>
        <translation>Ningún caso tiene dos decisiones. Cuando dos puestos deciden distinto sin haberse visto, lo resuelve aquí una persona.</translation>
    </message>
    <message>
        <source>The more protective decision governs until a person resolves it.</source>
        <translation>Rige la decisión más protectora hasta que una persona resuelva.</translation>
    </message>
    <message>
        <source>The time of day does not decide who is right.</source>
        <translation>La hora no decide quién tiene razón.</translation>
    </message>
    <message>
        <source>Not: %1</source>
        <translation>No: %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Another post</source>
        <translation>Otro puesto</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Rige</translation>
    </message>
    <message>
        <source>with lists of version %1</source>
        <translation>con listas de la versión %1</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Abrir el caso</translation>
    </message>
    <message>
        <source>A supervisor resolves it.</source>
        <translation>Lo resuelve un supervisor.</translation>
    </message>
    <message>
        <source>Which decision stands</source>
        <translation>Qué decisión vale</translation>
    </message>
    <message>
        <source>None: back to triage</source>
        <translation>Ninguna: volver a triaje</translation>
    </message>
    <message>
        <source>Reason of your decision</source>
        <translation>Motivo de su decisión</translation>
    </message>
    <message>
        <source>It is stored naming every decision. None is erased.</source>
        <translation>Se guarda nombrando cada decisión. Ninguna se borra.</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Even: %1 = %2</source>
        <translation>Cuadra: %1 = %2</translation>
    </message>
    <message>
        <source>%1 of %2 receipted</source>
        <translation>%1 de %2 con recibo</translation>
    </message>
    <message>
        <source>Server time differs by %1.</source>
        <translation>La hora del servidor difiere en %1.</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>sin cambios</translation>
    </message>
    <message numerus="yes">
        <source>version %1, %n withdrawn</source>
        <translation>
            <numerusform>versión %1, %n retirada</numerusform>
            <numerusform>versión %1, %n retiradas</numerusform>
        </translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>Actos</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Adjuntos</translation>
    </message>
    <message>
        <source>Withheld, for a person to look at</source>
        <translation>En cuarentena, para que los mire una persona</translation>
    </message>
    <message>
        <source>Reading every entry of the journal…</source>
        <translation>Leyendo cada renglón del diario…</translation>
    </message>
    <message>
        <source>Intact</source>
        <translation>Íntegro</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Roto</translation>
    </message>
    <message numerus="yes">
        <source>%n entries verified</source>
        <translation>
            <numerusform>%n renglón verificado</numerusform>
            <numerusform>%n renglones verificados</numerusform>
        </translation>
    </message>
    <message>
        <source>First bad entry: chain %1, place %2 (%3)</source>
        <translation>Primer renglón malo: cadena %1, lugar %2 (%3)</translation>
    </message>
    <message>
        <source>Journal verified %1</source>
        <extracomment>In the status bar; %1 is a time of day</extracomment>
        <translation>Diario verificado %1</translation>
    </message>
    <message>
        <source>The journal is broken</source>
        <translation>El diario está roto</translation>
    </message>
    <message>
        <source>Two posts decided differently without having seen each other. A supervisor who took no part reads both and resolves it here.</source>
        <translation>Dos puestos decidieron distinto sin haberse visto. Una supervisora o un supervisor que no participó lee ambas y lo resuelve aquí.</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>Resolver…</translation>
    </message>
    <message>
        <source>Resolve the conflict: %1</source>
        <translation>Resolver el conflicto: %1</translation>
    </message>
    <message>
        <source>Neither decision stands. Two examiners who have seen nothing of the case examine it anew; what was identified stays until they end.</source>
        <translation>Ninguna decisión vale. Dos examinadores que no han visto nada del caso lo examinan de nuevo; lo identificado se queda hasta que terminen.</translation>
    </message>
    <message>
        <source>This decision governs from now on; the other stays recorded with its author.</source>
        <translation>Esta decisión rige desde ahora; la otra queda anotada con su autor.</translation>
    </message>
    <message>
        <source>Act of a colleague</source>
        <translation>Acto de un compañero</translation>
    </message>
    <message>
        <source>its author may not say so</source>
        <translation>su autor no puede decirlo</translation>
    </message>
    <message>
        <source>about people or devices of another post</source>
        <translation>sobre personas o equipos de otro puesto</translation>
    </message>
    <message>
        <source>founds what is known here already</source>
        <translation>funda lo que aquí ya se conoce</translation>
    </message>
    <message>
        <source>the roster did not name its author when it arrived</source>
        <translation>el registro no nombraba a su autor cuando llegó</translation>
    </message>
    <message>
        <source>the roster did not name its device when it arrived</source>
        <translation>el registro no nombraba su dispositivo cuando llegó</translation>
    </message>
    <message>
        <source>its author was suspended when it arrived</source>
        <translation>su autor estaba suspendido cuando llegó</translation>
    </message>
    <message>
        <source>its author did not have this function when it arrived</source>
        <translation>su autor no tenía esta función cuando llegó</translation>
    </message>
</context>
<context>
    <name>cotejo::approvals::ApprovalsPage</name>
    <message>
        <source>Approvals</source>
        <translation>Aprobaciones</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Traveler</source>
        <translation>Viajero</translation>
    </message>
    <message>
        <source>Disposition</source>
        <translation>Disposición</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>Propuesta por</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Retenciones</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Plazo</translation>
    </message>
    <message>
        <source>Dispositions that wait for a decision</source>
        <translation>Disposiciones que esperan decisión</translation>
    </message>
    <message>
        <source>Reading what waits for a decision…</source>
        <translation>Leyendo lo que espera decisión…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Volver a intentar</translation>
    </message>
    <message numerus="yes">
        <source>%n wait for a decision; one at a time</source>
        <translation>
            <numerusform>%n espera decisión; una a la vez</numerusform>
            <numerusform>%n esperan decisión; una a la vez</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for your decision.</source>
        <translation>Nada espera su decisión.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>to be approved again</source>
        <translation>por aprobar otra vez</translation>
    </message>
</context>
<context>
    <name>cotejo::approvals::DossierView</name>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Whole case</source>
        <translation>Caso completo</translation>
    </message>
    <message>
        <source>Open the whole case</source>
        <translation>Abrir el caso completo</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Expediente</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Papers of the dossier</source>
        <translation>Documentos del expediente</translation>
    </message>
    <message>
        <source>What is proposed</source>
        <translation>Lo que se propone</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Condiciones</translation>
    </message>
    <message>
        <source>checked now</source>
        <translation>comprobadas ahora</translation>
    </message>
    <message>
        <source>Reason of your decision</source>
        <translation>Motivo de su decisión</translation>
    </message>
    <message>
        <source>Required to return or reject</source>
        <translation>Obligatorio al devolver o rechazar</translation>
    </message>
    <message>
        <source>No disposition</source>
        <translation>Sin disposición</translation>
    </message>
    <message>
        <source>Case %1 · proposed by %2, %3</source>
        <translation>Caso %1 · propuesta por %2, %3</translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation>Caso %1</translation>
    </message>
    <message>
        <source>opened %1</source>
        <translation>abierto %1</translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>sin abrir</translation>
    </message>
    <message>
        <source>%1 of %2 opened</source>
        <translation>abiertos %1 de %2</translation>
    </message>
    <message>
        <source>Disposition</source>
        <translation>Disposición</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Base legal</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Motivos</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identidad</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Aún ninguno</translation>
    </message>
    <message>
        <source>Searched in</source>
        <translation>Se buscó en</translation>
    </message>
    <message>
        <source>%1, %2 entries</source>
        <translation>%1, %2 entradas</translation>
    </message>
    <message>
        <source>You took no part</source>
        <translation>Usted no participó</translation>
    </message>
    <message>
        <source>neither in comparisons nor in the proposal</source>
        <translation>ni en cotejos ni en la propuesta</translation>
    </message>
    <message>
        <source>You may approve</source>
        <translation>Usted puede aprobar</translation>
    </message>
    <message>
        <source>Waits for a decision</source>
        <translation>Espera decisión</translation>
    </message>
    <message>
        <source>In contact with the server</source>
        <translation>En contacto con el servidor</translation>
    </message>
    <message>
        <source>No hold forbids it</source>
        <translation>Sin retenciones que lo impidan</translation>
    </message>
    <message>
        <source>checked again when it is carried out</source>
        <translation>se repite al ejecutar</translation>
    </message>
    <message>
        <source>Every paper opened</source>
        <translation>Todo el expediente abierto</translation>
    </message>
    <message>
        <source>The attempt was recorded at %1.</source>
        <translation>El intento quedó registrado a las %1.</translation>
    </message>
    <message>
        <source>Listed for</source>
        <translation>Figura por</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Owner&apos;s answer</source>
        <translation>Respuesta del titular</translation>
    </message>
    <message>
        <source>Settled by</source>
        <translation>Resuelto por</translation>
    </message>
    <message>
        <source>Every paper there, or why not</source>
        <translation>Cada documento presente, o por qué no</translation>
    </message>
    <message>
        <source>%1 approved another dossier %2. It is approved again, or not, as it stands now.</source>
        <translation>%1 aprobó otro expediente (%2). Se aprueba otra vez, o no, tal como está ahora.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>you</source>
        <translation>usted</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta el %1</translation>
    </message>
    <message>
        <source>A paper counts as opened once every page of it was on your screen. Nothing is marked by hand or in bulk.</source>
        <translation>Un documento cuenta como abierto cuando cada página ha estado en su pantalla. Nada se marca a mano ni en bloque.</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Qué se muestra</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Propuesta</translation>
    </message>
    <message>
        <source>What changed since the approval</source>
        <translation>Qué ha cambiado desde la aprobación</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Aprobar…</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>Devolver…</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Rechazar…</translation>
    </message>
    <message>
        <source>An approval is valid as long as the policy says. Holds are checked again when it is carried out.</source>
        <translation>Una aprobación vale mientras diga la política. Las retenciones se comprueban de nuevo al ejecutarla.</translation>
    </message>
</context>
<context>
    <name>cotejo::bridge::Samples</name>
    <message>
        <source>plain, live</source>
        <translation>plana, en vivo</translation>
    </message>
    <message>
        <source>rolled, live</source>
        <translation>rodada, en vivo</translation>
    </message>
    <message>
        <source>plain, from paper</source>
        <translation>plana, de papel</translation>
    </message>
    <message>
        <source>rolled, from paper</source>
        <translation>rodada, de papel</translation>
    </message>
    <message>
        <source>latent</source>
        <translation>latente</translation>
    </message>
    <message>
        <source>swiped</source>
        <translation>deslizada</translation>
    </message>
    <message>
        <source>rolled by guide</source>
        <translation>rodada con guía</translation>
    </message>
    <message>
        <source>palm, live</source>
        <translation>palma, en vivo</translation>
    </message>
    <message>
        <source>palm, from paper</source>
        <translation>palma, de papel</translation>
    </message>
    <message>
        <source>optical, with contact</source>
        <translation>óptica, con contacto</translation>
    </message>
    <message>
        <source>without contact</source>
        <translation>sin contacto</translation>
    </message>
    <message>
        <source>other</source>
        <comment>impression</comment>
        <translation>otra</translation>
    </message>
    <message>
        <source>right</source>
        <comment>hand</comment>
        <translation>derecha</translation>
    </message>
    <message>
        <source>left</source>
        <comment>hand</comment>
        <translation>izquierda</translation>
    </message>
    <message>
        <source>both</source>
        <comment>hands</comment>
        <translation>ambas</translation>
    </message>
    <message>
        <source>the program gives no value</source>
        <translation>el programa no da valor</translation>
    </message>
    <message>
        <source>the program took too long</source>
        <translation>el programa tardó demasiado</translation>
    </message>
    <message>
        <source>the program wrote too much</source>
        <translation>el programa escribió demasiado</translation>
    </message>
    <message>
        <source>the program could not be started</source>
        <translation>el programa no pudo iniciarse</translation>
    </message>
    <message>
        <source>the program failed</source>
        <translation>el programa falló</translation>
    </message>
    <message>
        <source>the program&apos;s answer was not understood</source>
        <translation>la respuesta del programa no se entendió</translation>
    </message>
    <message>
        <source>cancelled</source>
        <comment>measure</comment>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>algorithm not told</source>
        <translation>algoritmo no indicado</translation>
    </message>
    <message>
        <source>stateless person</source>
        <translation>persona apátrida</translation>
    </message>
    <message>
        <source>refugee (1951 Convention)</source>
        <translation>refugiado (Convención de 1951)</translation>
    </message>
    <message>
        <source>refugee, other</source>
        <translation>refugiado, otro</translation>
    </message>
    <message>
        <source>nationality unspecified</source>
        <translation>nacionalidad no especificada</translation>
    </message>
    <message>
        <source>Kosovo</source>
        <translation>Kosovo</translation>
    </message>
    <message>
        <source>United Nations</source>
        <translation>Naciones Unidas</translation>
    </message>
    <message>
        <source>international organisation</source>
        <translation>organización internacional</translation>
    </message>
    <message>
        <source>British, other than citizen</source>
        <translation>británico, no ciudadano</translation>
    </message>
    <message>
        <source>specimen</source>
        <translation>espécimen</translation>
    </message>
    <message>
        <source>travel document of a refugee</source>
        <translation>documento de viaje de refugiado</translation>
    </message>
    <message>
        <source>travel document of a stateless person</source>
        <translation>documento de viaje de apátrida</translation>
    </message>
    <message>
        <source>proof of arrival of an asylum seeker</source>
        <translation>comprobante de llegada de solicitante de asilo</translation>
    </message>
    <message>
        <source>paper of an asylum seeker</source>
        <translation>documento de solicitante de asilo</translation>
    </message>
    <message>
        <source>passport</source>
        <translation>pasaporte</translation>
    </message>
    <message>
        <source>diplomatic passport</source>
        <translation>pasaporte diplomático</translation>
    </message>
    <message>
        <source>official passport</source>
        <translation>pasaporte oficial</translation>
    </message>
    <message>
        <source>emergency passport</source>
        <translation>pasaporte de emergencia</translation>
    </message>
    <message>
        <source>passport of a foreigner</source>
        <translation>pasaporte de extranjero</translation>
    </message>
    <message>
        <source>laissez-passer</source>
        <translation>salvoconducto</translation>
    </message>
    <message>
        <source>visa</source>
        <translation>visa</translation>
    </message>
    <message>
        <source>identity card</source>
        <translation>documento de identidad</translation>
    </message>
    <message>
        <source>passport card</source>
        <translation>tarjeta pasaporte</translation>
    </message>
    <message>
        <source>crew certificate</source>
        <translation>certificado de tripulante</translation>
    </message>
    <message>
        <source>from the document</source>
        <translation>del documento</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>referencia</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en vivo</translation>
    </message>
    <message>
        <source>imported, day of capture unknown</source>
        <translation>importada, día de captura desconocido</translation>
    </message>
    <message>
        <source>imported, taken %1, says its record</source>
        <translation>importada, tomada %1, según su registro</translation>
    </message>
    <message>
        <source>imported, taken %1, says the picture</source>
        <translation>importada, tomada %1, según la imagen</translation>
    </message>
    <message>
        <source>the file ends at byte %1; rows %2 to %3 (%4 %) are missing and shown gray</source>
        <translation>el archivo termina en el byte %1; faltan las filas %2 a %3 (%4 %), que se muestran en gris</translation>
    </message>
    <message>
        <source>the file ends at byte %1; below row %2 of %3 it is coarser than it was</source>
        <translation>el archivo termina en el byte %1; bajo la fila %2 de %3 la imagen es más tosca de lo que era</translation>
    </message>
    <message>
        <source>the file ends at byte %1 without its end; every row is there</source>
        <translation>el archivo termina en el byte %1 sin su final; están todas las filas</translation>
    </message>
    <message>
        <source>%1 (says %2)</source>
        <extracomment>a fact of a sample, and the field of its file that states it</extracomment>
        <translation>%1 (según %2)</translation>
    </message>
    <message>
        <source>taken %1</source>
        <translation>tomada %1</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) old when the case was opened</source>
        <translation>
            <numerusform>de %n año cuando se abrió el caso</numerusform>
            <numerusform>de %n años cuando se abrió el caso</numerusform>
        </translation>
    </message>
    <message>
        <source>impression: %1</source>
        <translation>impresión: %1</translation>
    </message>
    <message>
        <source>hand: %1</source>
        <translation>mano: %1</translation>
    </message>
    <message>
        <source>position as written: %1</source>
        <translation>posición como está escrita: %1</translation>
    </message>
    <message>
        <source>device made by %1</source>
        <translation>dispositivo de %1</translation>
    </message>
    <message>
        <source>device: %1</source>
        <translation>dispositivo: %1</translation>
    </message>
    <message>
        <source>device number: %1</source>
        <translation>número del dispositivo: %1</translation>
    </message>
    <message>
        <source>quality %1, %2</source>
        <translation>calidad %1, %2</translation>
    </message>
    <message>
        <source>quality not measured, %1: %2</source>
        <translation>calidad no medida, %1: %2</translation>
    </message>
    <message>
        <source>a part of the picture is missing: %1</source>
        <translation>falta una parte de la imagen: %1</translation>
    </message>
    <message>
        <source>file as it came in: %1</source>
        <translation>archivo como llegó: %1</translation>
    </message>
</context>
<context>
    <name>cotejo::bridge::Words</name>
    <message>
        <source>Received</source>
        <comment>state of a case</comment>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Triage</source>
        <comment>state of a case</comment>
        <translation>Triaje</translation>
    </message>
    <message>
        <source>In review</source>
        <comment>state of a case</comment>
        <translation>En revisión</translation>
    </message>
    <message>
        <source>Recapture</source>
        <comment>state of a case</comment>
        <translation>Recaptura</translation>
    </message>
    <message>
        <source>Concluded</source>
        <comment>state of a case</comment>
        <translation>Concluido</translation>
    </message>
    <message>
        <source>In verification</source>
        <comment>state of a case</comment>
        <translation>En verificación</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <comment>state of a case</comment>
        <translation>Desacuerdo</translation>
    </message>
    <message>
        <source>Panel</source>
        <comment>state of a case</comment>
        <translation>Panel</translation>
    </message>
    <message>
        <source>Identity resolved</source>
        <comment>state of a case</comment>
        <translation>Identidad resuelta</translation>
    </message>
    <message>
        <source>Disposition proposed</source>
        <comment>state of a case</comment>
        <translation>Disposición propuesta</translation>
    </message>
    <message>
        <source>Pending approval</source>
        <comment>state of a case</comment>
        <translation>Pend. aprobación</translation>
    </message>
    <message>
        <source>Approved</source>
        <comment>state of a case</comment>
        <translation>Aprobado</translation>
    </message>
    <message>
        <source>Rejected</source>
        <comment>state of a case</comment>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Returned</source>
        <comment>state of a case</comment>
        <translation>Devuelto</translation>
    </message>
    <message>
        <source>Executed</source>
        <comment>state of a case</comment>
        <translation>Ejecutado</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>state of a case</comment>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Reopened</source>
        <comment>state of a case</comment>
        <translation>Reabierto</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>state of a case</comment>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Urgent</source>
        <comment>priority</comment>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>High</source>
        <comment>priority</comment>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>priority</comment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Biometric verification</source>
        <translation>Verificación biométrica</translation>
    </message>
    <message>
        <source>Document and face differ</source>
        <translation>Documento y rostro difieren</translation>
    </message>
    <message>
        <source>MRZ check digit wrong</source>
        <translation>MRZ con dígito erróneo</translation>
    </message>
    <message>
        <source>Document reported lost</source>
        <translation>Documento reportado perdido</translation>
    </message>
    <message>
        <source>Document validity</source>
        <translation>Vigencia del documento</translation>
    </message>
    <message>
        <source>Boarding mismatch</source>
        <translation>Discrepancia en embarque</translation>
    </message>
    <message>
        <source>Unaccompanied child</source>
        <translation>Menor sin acompañante</translation>
    </message>
    <message>
        <source>Repatriation</source>
        <translation>Repatriación</translation>
    </message>
    <message>
        <source>Data dispute</source>
        <translation>Dato en reclamo</translation>
    </message>
    <message>
        <source>Manual referral</source>
        <translation>Remisión manual</translation>
    </message>
    <message>
        <source>Second exam</source>
        <comment>clock</comment>
        <translation>2.º examen</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <comment>clock</comment>
        <translation>Confirmación</translation>
    </message>
    <message>
        <source>Max. holding</source>
        <comment>clock</comment>
        <translation>Retención máx.</translation>
    </message>
    <message>
        <source>Approval</source>
        <comment>clock</comment>
        <translation>Aprobación</translation>
    </message>
    <message>
        <source>Rights claim</source>
        <comment>clock</comment>
        <translation>Reclamo</translation>
    </message>
    <message>
        <source>Exclusion</source>
        <translation>Exclusión</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>No concluyente</translation>
    </message>
    <message>
        <source>Identification</source>
        <translation>Identificación</translation>
    </message>
    <message>
        <source>Identified</source>
        <comment>outcome of an examination</comment>
        <translation>Identificado</translation>
    </message>
    <message>
        <source>Excluded</source>
        <comment>outcome of an examination</comment>
        <translation>Excluido</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <comment>outcome of an examination</comment>
        <translation>No concluyente</translation>
    </message>
    <message>
        <source>No candidate</source>
        <comment>outcome of an examination</comment>
        <translation>Sin candidato</translation>
    </message>
    <message>
        <source>Admit</source>
        <comment>disposition</comment>
        <translation>Admitir</translation>
    </message>
    <message>
        <source>Release</source>
        <comment>disposition</comment>
        <translation>Liberar</translation>
    </message>
    <message>
        <source>Refer for a partner&apos;s check</source>
        <comment>disposition</comment>
        <translation>Derivar a consulta de un socio</translation>
    </message>
    <message>
        <source>Hold as a fugitive</source>
        <comment>disposition</comment>
        <translation>Retener como prófugo</translation>
    </message>
    <message>
        <source>Refuse entry</source>
        <comment>disposition</comment>
        <translation>Negar la entrada</translation>
    </message>
    <message>
        <source>Repatriate</source>
        <comment>disposition</comment>
        <translation>Repatriar</translation>
    </message>
    <message>
        <source>Refer to protection</source>
        <comment>disposition</comment>
        <translation>Derivar a protección</translation>
    </message>
    <message>
        <source>No action</source>
        <comment>disposition</comment>
        <translation>Sin acción</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>evidence grade</comment>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Intelligence</source>
        <comment>evidence grade</comment>
        <translation>Inteligencia</translation>
    </message>
    <message>
        <source>Allegation</source>
        <comment>evidence grade</comment>
        <translation>Denuncia</translation>
    </message>
    <message>
        <source>Charge</source>
        <comment>evidence grade</comment>
        <translation>Acusación</translation>
    </message>
    <message>
        <source>Court warrant</source>
        <comment>evidence grade</comment>
        <translation>Orden judicial</translation>
    </message>
    <message>
        <source>Conviction</source>
        <comment>evidence grade</comment>
        <translation>Condena</translation>
    </message>
    <message>
        <source>Active</source>
        <comment>watchlist entry</comment>
        <translation>Activa</translation>
    </message>
    <message>
        <source>Suspended</source>
        <comment>watchlist entry</comment>
        <translation>Suspendida</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <comment>watchlist entry</comment>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>Served</source>
        <comment>watchlist entry</comment>
        <translation>Cumplida</translation>
    </message>
    <message>
        <source>Expired</source>
        <comment>watchlist entry</comment>
        <translation>Vencida</translation>
    </message>
    <message>
        <source>No extradition</source>
        <comment>watchlist entry</comment>
        <translation>Sin extradición</translation>
    </message>
    <message>
        <source>fresh</source>
        <comment>lists</comment>
        <translation>vigentes</translation>
    </message>
    <message>
        <source>old: refer only</source>
        <comment>lists</comment>
        <translation>antiguas: solo derivar</translation>
    </message>
    <message>
        <source>expired: no searches</source>
        <comment>lists</comment>
        <translation>vencidas: sin búsquedas</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Rostro</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>Finger not stated</source>
        <translation>Dedo no indicado</translation>
    </message>
    <message>
        <source>Right thumb</source>
        <translation>Pulgar derecho</translation>
    </message>
    <message>
        <source>Right index</source>
        <translation>Índice derecho</translation>
    </message>
    <message>
        <source>Right middle</source>
        <translation>Medio derecho</translation>
    </message>
    <message>
        <source>Right ring</source>
        <translation>Anular derecho</translation>
    </message>
    <message>
        <source>Right little</source>
        <translation>Meñique derecho</translation>
    </message>
    <message>
        <source>Left thumb</source>
        <translation>Pulgar izquierdo</translation>
    </message>
    <message>
        <source>Left index</source>
        <translation>Índice izquierdo</translation>
    </message>
    <message>
        <source>Left middle</source>
        <translation>Medio izquierdo</translation>
    </message>
    <message>
        <source>Left ring</source>
        <translation>Anular izquierdo</translation>
    </message>
    <message>
        <source>Left little</source>
        <translation>Meñique izquierdo</translation>
    </message>
    <message>
        <source>Amputated</source>
        <comment>finger</comment>
        <translation>Amputado</translation>
    </message>
    <message>
        <source>Bandaged</source>
        <comment>finger</comment>
        <translation>Vendado</translation>
    </message>
    <message>
        <source>Not captured</source>
        <comment>finger</comment>
        <translation>Sin capturar</translation>
    </message>
    <message>
        <source>officer</source>
        <comment>role</comment>
        <translation>oficial</translation>
    </message>
    <message>
        <source>face examiner</source>
        <comment>role</comment>
        <translation>rostro</translation>
    </message>
    <message>
        <source>fingerprint examiner</source>
        <comment>role</comment>
        <translation>huellas</translation>
    </message>
    <message>
        <source>supervisor</source>
        <comment>role</comment>
        <translation>supervisión</translation>
    </message>
    <message>
        <source>protection</source>
        <comment>role</comment>
        <translation>protección</translation>
    </message>
    <message>
        <source>data protection</source>
        <comment>role</comment>
        <translation>protección de datos</translation>
    </message>
    <message>
        <source>auditor</source>
        <comment>role</comment>
        <translation>auditoría</translation>
    </message>
    <message>
        <source>administrator</source>
        <comment>role</comment>
        <translation>administración</translation>
    </message>
    <message>
        <source>system</source>
        <comment>role</comment>
        <translation>sistema</translation>
    </message>
    <message>
        <source>from the file</source>
        <comment>resolution</comment>
        <translation>del archivo</translation>
    </message>
    <message>
        <source>declared</source>
        <comment>resolution</comment>
        <translation>declarada</translation>
    </message>
    <message>
        <source>assumed</source>
        <comment>resolution</comment>
        <translation>supuesta</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>resolution</comment>
        <translation>desconocida</translation>
    </message>
    <message>
        <source>Case opened</source>
        <translation>Caso abierto</translation>
    </message>
    <message>
        <source>Sample attached</source>
        <translation>Muestra adjuntada</translation>
    </message>
    <message>
        <source>Traveler&apos;s data amended</source>
        <translation>Datos del viajero corregidos</translation>
    </message>
    <message>
        <source>Legal basis set</source>
        <translation>Base legal fijada</translation>
    </message>
    <message>
        <source>Triage started</source>
        <translation>Triaje empezado</translation>
    </message>
    <message>
        <source>Case taken</source>
        <translation>Caso tomado</translation>
    </message>
    <message>
        <source>Case given back to the queue</source>
        <translation>Caso devuelto a la cola</translation>
    </message>
    <message>
        <source>Recapture requested</source>
        <translation>Recaptura pedida</translation>
    </message>
    <message>
        <source>Case returned</source>
        <translation>Caso devuelto</translation>
    </message>
    <message>
        <source>Lists searched</source>
        <translation>Se buscó en las listas</translation>
    </message>
    <message>
        <source>Analysis of the sample saved</source>
        <translation>Análisis de la muestra guardado</translation>
    </message>
    <message>
        <source>Candidate visited</source>
        <translation>Candidato visitado</translation>
    </message>
    <message>
        <source>Provisional conclusion saved</source>
        <translation>Conclusión provisional guardada</translation>
    </message>
    <message>
        <source>Scores revealed</source>
        <translation>Puntuaciones reveladas</translation>
    </message>
    <message>
        <source>Examination concluded</source>
        <translation>Examen concluido</translation>
    </message>
    <message>
        <source>Another examiner&apos;s notes opened</source>
        <translation>Se abrieron las notas de otro examinador</translation>
    </message>
    <message>
        <source>Coverage read</source>
        <translation>Cobertura leída</translation>
    </message>
    <message>
        <source>Document added</source>
        <translation>Documento añadido</translation>
    </message>
    <message>
        <source>Document opened</source>
        <translation>Documento abierto</translation>
    </message>
    <message>
        <source>Disposition proposed</source>
        <translation>Disposición propuesta</translation>
    </message>
    <message>
        <source>Sent for approval</source>
        <translation>Enviada a aprobación</translation>
    </message>
    <message>
        <source>Disposition approved</source>
        <translation>Disposición aprobada</translation>
    </message>
    <message>
        <source>Disposition rejected</source>
        <translation>Disposición rechazada</translation>
    </message>
    <message>
        <source>Disposition executed</source>
        <translation>Disposición ejecutada</translation>
    </message>
    <message>
        <source>Approval refused by a rule</source>
        <translation>Aprobación rechazada por una regla</translation>
    </message>
    <message>
        <source>Case closed</source>
        <translation>Caso cerrado</translation>
    </message>
    <message>
        <source>Case reopened</source>
        <translation>Caso reabierto</translation>
    </message>
    <message>
        <source>Case cancelled</source>
        <translation>Caso cancelado</translation>
    </message>
    <message>
        <source>Hold placed</source>
        <translation>Retención fijada</translation>
    </message>
    <message>
        <source>Hold lifted</source>
        <translation>Retención levantada</translation>
    </message>
    <message>
        <source>Conflict resolved</source>
        <translation>Conflicto resuelto</translation>
    </message>
    <message>
        <source>Note added</source>
        <translation>Nota añadida</translation>
    </message>
    <message>
        <source>Record viewed</source>
        <translation>Registro visto</translation>
    </message>
    <message>
        <source>Officer added or changed</source>
        <translation>Oficial añadido o cambiado</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Turno abierto</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Turno cerrado</translation>
    </message>
    <message>
        <source>Basis of the identity</source>
        <translation>Base de la identidad</translation>
    </message>
    <message>
        <source>Nationality confirmed</source>
        <translation>Nacionalidad confirmada</translation>
    </message>
    <message>
        <source>Information on protection</source>
        <translation>Información sobre protección</translation>
    </message>
    <message>
        <source>Fear question and answer</source>
        <translation>Pregunta de temor y respuesta</translation>
    </message>
    <message>
        <source>Vulnerability</source>
        <translation>Vulnerabilidad</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Menor</translation>
    </message>
    <message>
        <source>Medical</source>
        <translation>Médico</translation>
    </message>
    <message>
        <source>Family unity</source>
        <translation>Unidad familiar</translation>
    </message>
    <message>
        <source>Final order</source>
        <translation>Orden definitiva</translation>
    </message>
    <message>
        <source>Consular contact</source>
        <translation>Contacto consular</translation>
    </message>
    <message>
        <source>Appeal window</source>
        <translation>Plazo de recurso</translation>
    </message>
    <message>
        <source>no agreement in force</source>
        <translation>sin convenio vigente</translation>
    </message>
    <message>
        <source>outside the purpose</source>
        <translation>fuera de la finalidad</translation>
    </message>
    <message>
        <source>bandaged</source>
        <translation>vendado</translation>
    </message>
    <message>
        <source>amputated</source>
        <translation>amputado</translation>
    </message>
    <message>
        <source>not captured</source>
        <translation>sin capturar</translation>
    </message>
    <message>
        <source>image not decoded yet</source>
        <translation>imagen aún sin decodificar</translation>
    </message>
    <message>
        <source>no usable features found</source>
        <translation>sin rasgos utilizables</translation>
    </message>
    <message>
        <source>the list has expired</source>
        <translation>la lista ha vencido</translation>
    </message>
    <message>
        <source>no template</source>
        <translation>sin plantilla</translation>
    </message>
    <message>
        <source>no face found</source>
        <translation>no se encontró rostro</translation>
    </message>
    <message>
        <source>no sample</source>
        <translation>sin muestra</translation>
    </message>
    <message>
        <source>Wanted persons</source>
        <translation>Personas buscadas</translation>
    </message>
    <message>
        <source>Lost documents</source>
        <translation>Documentos perdidos</translation>
    </message>
    <message>
        <source>Encounters</source>
        <translation>Encuentros</translation>
    </message>
    <message>
        <source>Partners&apos; lists</source>
        <translation>Listas de socios</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Protection</source>
        <comment>hold</comment>
        <translation>Protección</translation>
    </message>
    <message>
        <source>Medical</source>
        <comment>hold</comment>
        <translation>Médica</translation>
    </message>
    <message>
        <source>Legal retention</source>
        <comment>hold</comment>
        <translation>Conservación legal</translation>
    </message>
    <message>
        <source>Child</source>
        <comment>hold</comment>
        <translation>Menor</translation>
    </message>
    <message>
        <source>Release guard</source>
        <comment>hold</comment>
        <translation>Guarda de liberación</translation>
    </message>
    <message>
        <source>Data dispute</source>
        <comment>hold</comment>
        <translation>Dato en reclamo</translation>
    </message>
    <message>
        <source>Conflict</source>
        <comment>hold</comment>
        <translation>Conflicto</translation>
    </message>
    <message>
        <source>Name not stated</source>
        <translation>Nombre no indicado</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>hoy %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is a date, %2 a time of day</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <extracomment>A time left: hours and minutes</extracomment>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <extracomment>A time left: days and hours</extracomment>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>an age in seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>an age in minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>an age</comment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>an age in days</comment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>no calibration report in force</source>
        <translation>sin informe de calibración vigente</translation>
    </message>
    <message>
        <source>Register of identities</source>
        <translation>Registro de identidades</translation>
    </message>
    <message>
        <source>Finger: %1</source>
        <translation>Dedo: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n reference(s)</source>
        <translation>
            <numerusform>%n referencia</numerusform>
            <numerusform>%n referencias</numerusform>
        </translation>
    </message>
    <message>
        <source>Threshold for faces</source>
        <translation>Umbral para rostros</translation>
    </message>
    <message>
        <source>Threshold for fingerprints</source>
        <translation>Umbral para huellas</translation>
    </message>
    <message>
        <source>Face taken live</source>
        <translation>Rostro en vivo</translation>
    </message>
    <message>
        <source>Portrait of the document</source>
        <translation>Retrato del documento</translation>
    </message>
    <message>
        <source>Counter</source>
        <comment>clock</comment>
        <translation>Atención</translation>
    </message>
    <message>
        <source>compared by a quick ranking only</source>
        <translation>comparadas solo por una clasificación rápida</translation>
    </message>
    <message>
        <source>Least similar fingerprints of a large list</source>
        <translation>Huellas menos parecidas de una lista grande</translation>
    </message>
    <message>
        <source>Release</source>
        <comment>clock</comment>
        <translation>Liberación</translation>
    </message>
    <message>
        <source>Remittal</source>
        <comment>clock</comment>
        <translation>Remisión</translation>
    </message>
    <message>
        <source>Support for different sources</source>
        <translation>Apoyo a fuentes distintas</translation>
    </message>
    <message>
        <source>Support for the same source</source>
        <translation>Apoyo a la misma fuente</translation>
    </message>
    <message>
        <source>not stated</source>
        <comment>purpose of an entry</comment>
        <translation>no declarado</translation>
    </message>
    <message>
        <source>Wanted</source>
        <comment>purpose of an entry</comment>
        <translation>Buscado</translation>
    </message>
    <message>
        <source>Refusal of entry</source>
        <comment>purpose of an entry</comment>
        <translation>Denegación de entrada</translation>
    </message>
    <message>
        <source>Missing person</source>
        <comment>purpose of an entry</comment>
        <translation>Persona desaparecida</translation>
    </message>
    <message>
        <source>Register of identities</source>
        <comment>purpose of an entry</comment>
        <translation>Registro de identidades</translation>
    </message>
    <message>
        <source>Owner&apos;s answer recorded</source>
        <translation>Respuesta del titular anotada</translation>
    </message>
    <message>
        <source>Sample marked as unusable</source>
        <translation>Muestra marcada como no utilizable</translation>
    </message>
    <message>
        <source>Re-examination ordered</source>
        <translation>Reexamen ordenado</translation>
    </message>
    <message>
        <source>Confirmation requested</source>
        <translation>Confirmación pedida</translation>
    </message>
    <message>
        <source>Answer countersigned</source>
        <translation>Respuesta contrafirmada</translation>
    </message>
    <message>
        <source>Differing answers settled</source>
        <translation>Respuestas distintas resueltas</translation>
    </message>
    <message>
        <source>Guard overridden by a supervisor</source>
        <translation>Guarda apartada por supervisión</translation>
    </message>
    <message>
        <source>Guard lapsed</source>
        <translation>Guarda vencida</translation>
    </message>
    <message>
        <source>Entry of the list changed</source>
        <translation>Entrada de la lista cambiada</translation>
    </message>
    <message>
        <source>Paper does not apply</source>
        <translation>Documento que no procede</translation>
    </message>
    <message>
        <source>Kind of a paper changed</source>
        <translation>Clase de un documento cambiada</translation>
    </message>
    <message>
        <source>Answer to the referral recorded</source>
        <translation>Respuesta a la remisión anotada</translation>
    </message>
    <message>
        <source>Put on a manifest</source>
        <translation>Puesto en un manifiesto</translation>
    </message>
    <message>
        <source>Live sample analysed for the document</source>
        <translation>Muestra en vivo analizada para el documento</translation>
    </message>
    <message>
        <source>Document opened beside the live sample</source>
        <translation>Documento abierto junto a la muestra en vivo</translation>
    </message>
    <message>
        <source>Comparison with the document concluded</source>
        <translation>Cotejo con el documento concluido</translation>
    </message>
    <message>
        <source>Score of the document revealed</source>
        <translation>Puntuación del documento revelada</translation>
    </message>
    <message>
        <source>Case exported</source>
        <translation>Caso exportado</translation>
    </message>
    <message>
        <source>Waiver of appeal, signed with counsel</source>
        <translation>Renuncia al recurso, firmada con abogado</translation>
    </message>
    <message>
        <source>Notice of refusal</source>
        <translation>Notificación de la denegación</translation>
    </message>
    <message>
        <source>Information on rights</source>
        <translation>Información sobre derechos</translation>
    </message>
    <message>
        <source>Answer of the entry&apos;s owner</source>
        <translation>Respuesta del titular de la entrada</translation>
    </message>
    <message>
        <source>Suspension of the order</source>
        <translation>Suspensión de la orden</translation>
    </message>
    <message>
        <source>Fear expressed</source>
        <translation>Temor expresado</translation>
    </message>
    <message>
        <source>Decision on protection</source>
        <translation>Decisión sobre protección</translation>
    </message>
    <message>
        <source>Decision on the age</source>
        <translation>Decisión sobre la edad</translation>
    </message>
    <message>
        <source>Other paper</source>
        <translation>Otro documento</translation>
    </message>
    <message>
        <source>hold: %1</source>
        <translation>retención: %1</translation>
    </message>
    <message>
        <source>answer to the referral</source>
        <translation>respuesta a la remisión</translation>
    </message>
    <message>
        <source>re-examination</source>
        <translation>reexamen</translation>
    </message>
    <message>
        <source>confirmation of the entry&apos;s owner</source>
        <translation>confirmación del titular de la entrada</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <comment>answer of an owner</comment>
        <translation>Confirmada</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <comment>answer of an owner</comment>
        <translation>No confirmada</translation>
    </message>
    <message>
        <source>Needs time</source>
        <comment>answer of an owner</comment>
        <translation>Necesita tiempo</translation>
    </message>
    <message>
        <source>No answer</source>
        <comment>answer of an owner</comment>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Recorded, not countersigned yet</source>
        <comment>answer of an owner</comment>
        <translation>Anotada, aún sin contrafirma</translation>
    </message>
    <message>
        <source>Two answers differ</source>
        <comment>answer of an owner</comment>
        <translation>Dos respuestas difieren</translation>
    </message>
    <message>
        <source>None yet</source>
        <comment>answer of an owner</comment>
        <translation>Aún ninguna</translation>
    </message>
    <message>
        <source>Nothing that leads to a return, a hold or a refusal goes on, and nothing is sent. Only the protection role ends it, with a decision.</source>
        <translation>No sigue nada que lleve a devolver, retener o denegar, y nada se envía. Solo protección la termina, con una decisión.</translation>
    </message>
    <message>
        <source>No act against the person goes on. Only the protection role ends it, with a decision on the age.</source>
        <translation>No sigue ningún acto contra la persona. Solo protección la termina, con una decisión sobre la edad.</translation>
    </message>
    <message>
        <source>Nobody is let go or returned. It ends with the answer of the entry&apos;s owner, its withdrawal, two supervisors, the legal maximum or a re-examination, never by hand.</source>
        <translation>No se libera ni se devuelve a nadie. Termina con la respuesta del titular de la entrada, su retirada, dos supervisores, el máximo legal o un reexamen, nunca a mano.</translation>
    </message>
    <message>
        <source>No act against the person rests on disputed data. Data protection ends it when the request is decided.</source>
        <translation>Ningún acto contra la persona se apoya en datos en reclamo. Protección de datos la termina cuando se decide el reclamo.</translation>
    </message>
    <message>
        <source>Two posts decided differently and the more protective decision governs. A supervisor who took no part resolves it in Activity.</source>
        <translation>Dos puestos decidieron distinto y rige la decisión más protectora. Supervisión que no participó lo resuelve en Actividad.</translation>
    </message>
    <message>
        <source>No act against the person goes on. A supervisor or the protection role ends it when the reason is over.</source>
        <translation>No sigue ningún acto contra la persona. Supervisión o protección la termina cuando acaba el motivo.</translation>
    </message>
    <message>
        <source>It follows from the travel document.</source>
        <translation>Se sigue del documento de viaje.</translation>
    </message>
    <message>
        <source>It follows from the date of birth.</source>
        <translation>Se sigue de la fecha de nacimiento.</translation>
    </message>
    <message>
        <source>It follows from the identification by two examiners.</source>
        <translation>Se sigue de la identificación por dos examinadores.</translation>
    </message>
    <message>
        <source>It follows from decisions of two posts.</source>
        <translation>Se sigue de las decisiones de dos puestos.</translation>
    </message>
    <message>
        <source>It follows from a paper: %1.</source>
        <translation>Se sigue de un documento: %1.</translation>
    </message>
    <message>
        <source>The owner did not confirm: the guard ended.</source>
        <translation>El titular no confirmó: la guarda terminó.</translation>
    </message>
    <message>
        <source>The entry is no longer active: the guard ended.</source>
        <translation>La entrada ya no está activa: la guarda terminó.</translation>
    </message>
    <message>
        <source>Two supervisors released: the guard ended.</source>
        <translation>Dos supervisores liberaron: la guarda terminó.</translation>
    </message>
    <message>
        <source>The legal maximum ran out: the guard ended.</source>
        <translation>Venció el máximo legal: la guarda terminó.</translation>
    </message>
    <message>
        <source>Note by %1, %2: %3</source>
        <translation>Nota de %1, %2: %3</translation>
    </message>
    <message>
        <source>Returned by %1, %2: %3</source>
        <translation>Devuelto por %1, %2: %3</translation>
    </message>
    <message>
        <source>Recapture asked for by %1, %2: %3</source>
        <translation>Recaptura pedida por %1, %2: %3</translation>
    </message>
    <message>
        <source>Reopened by %1, %2: %3</source>
        <translation>Reabierto por %1, %2: %3</translation>
    </message>
    <message>
        <source>Cancelled by %1, %2: %3</source>
        <translation>Cancelado por %1, %2: %3</translation>
    </message>
    <message>
        <source>Data amended by %1, %2: %3</source>
        <translation>Datos corregidos por %1, %2: %3</translation>
    </message>
    <message>
        <source>Sample marked as unusable by %1, %2: %3</source>
        <translation>Muestra marcada como no utilizable por %1, %2: %3</translation>
    </message>
    <message>
        <source>Rejected by %1, %2: %3</source>
        <translation>Rechazado por %1, %2: %3</translation>
    </message>
    <message>
        <source>Hold lifted by %1, %2: %3</source>
        <translation>Retención levantada por %1, %2: %3</translation>
    </message>
    <message>
        <source>Re-examination ordered by %1, %2: %3</source>
        <translation>Reexamen ordenado por %1, %2: %3</translation>
    </message>
    <message>
        <source>Guard overridden by %1, %2: %3</source>
        <translation>Guarda apartada por %1, %2: %3</translation>
    </message>
    <message>
        <source>Answers settled by %1, %2: %3</source>
        <translation>Respuestas resueltas por %1, %2: %3</translation>
    </message>
    <message>
        <source>Answer to the referral, recorded by %1, %2: %3</source>
        <translation>Respuesta a la remisión, anotada por %1, %2: %3</translation>
    </message>
    <message>
        <source>Conflict resolved by %1, %2: %3</source>
        <translation>Conflicto resuelto por %1, %2: %3</translation>
    </message>
    <message>
        <source>The entry is active again.</source>
        <translation>La entrada vuelve a estar activa.</translation>
    </message>
    <message>
        <source>The entry was suspended.</source>
        <translation>La entrada fue suspendida.</translation>
    </message>
    <message>
        <source>The entry was withdrawn.</source>
        <translation>La entrada fue retirada.</translation>
    </message>
    <message>
        <source>The entry was served.</source>
        <translation>La entrada fue cumplida.</translation>
    </message>
    <message>
        <source>The entry expired.</source>
        <translation>La entrada venció.</translation>
    </message>
    <message>
        <source>The entry&apos;s owner will not ask for extradition.</source>
        <translation>El titular de la entrada no pedirá la extradición.</translation>
    </message>
    <message>
        <source>The entry is past its review.</source>
        <translation>La entrada pasó su fecha de revisión.</translation>
    </message>
    <message>
        <source>day not known</source>
        <translation>día no conocido</translation>
    </message>
    <message>
        <source>their owner has not reviewed them in time</source>
        <translation>su titular no las revisó a tiempo</translation>
    </message>
    <message>
        <source>in quarantine: their owner did not stand by them</source>
        <translation>en cuarentena: su titular no las sostuvo</translation>
    </message>
    <message>
        <source>the case has no sample</source>
        <translation>el caso no tiene muestras</translation>
    </message>
    <message>
        <source>no sample can be used</source>
        <translation>ninguna muestra se puede usar</translation>
    </message>
    <message>
        <source>marked as unusable</source>
        <translation>marcada como no utilizable</translation>
    </message>
    <message>
        <source>the calibration report has expired</source>
        <translation>el informe de calibración venció</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entrada</numerusform>
            <numerusform>%n entradas</numerusform>
        </translation>
    </message>
    <message>
        <source>Samples of the case</source>
        <translation>Muestras del caso</translation>
    </message>
    <message>
        <source>End of the suspension</source>
        <translation>Fin de la suspensión</translation>
    </message>
    <message>
        <source>Post set up</source>
        <translation>Puesto instalado</translation>
    </message>
    <message>
        <source>Device added or changed</source>
        <translation>Dispositivo añadido o cambiado</translation>
    </message>
    <message>
        <source>Policy of the organisation set</source>
        <translation>Política de la organización fijada</translation>
    </message>
    <message>
        <source>New lists taken over</source>
        <translation>Listas nuevas recibidas</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>they have no sample of the kinds that were searched with</source>
        <translation>no tienen ninguna muestra de las clases con que se buscó</translation>
    </message>
    <message>
        <source>No act against the person goes on and nothing is sent. A supervisor or data protection ends it; one that a suspended order set, with the paper that ends the suspension.</source>
        <translation>No sigue ningún acto contra la persona y nada se envía. Supervisión o protección de datos la termina; la que puso una orden suspendida, con el documento que termina la suspensión.</translation>
    </message>
    <message>
        <source>Refused entry</source>
        <translation>Entrada denegada</translation>
    </message>
    <message>
        <source>examination under way</source>
        <translation>examen en curso</translation>
    </message>
    <message>
        <source>It follows from an age that is not known; it ends when the record is completed before the review, or with a decision on the age.</source>
        <translation>Se sigue de una edad desconocida; termina al completar el registro antes de la revisión, o con una decisión sobre la edad.</translation>
    </message>
    <message>
        <source>Re-examination withdrawn by %1, %2: %3</source>
        <translation>Reexamen retirado por %1, %2: %3</translation>
    </message>
    <message>
        <source>Re-examination withdrawn</source>
        <translation>Reexamen retirado</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Ilegible</translation>
    </message>
    <message>
        <source>Request to a partner authorised by %1, %2: %3</source>
        <translation>Consulta a un socio autorizada por %1, %2: %3</translation>
    </message>
    <message>
        <source>Request to a partner cancelled by %1, %2: %3</source>
        <translation>Consulta a un socio anulada por %1, %2: %3</translation>
    </message>
    <message>
        <source>Request to a partner closed by %1, %2: %3</source>
        <translation>Consulta a un socio cerrada por %1, %2: %3</translation>
    </message>
    <message>
        <source>The partner did not answer in the time of the agreement.</source>
        <translation>El socio no contestó en el plazo del acuerdo.</translation>
    </message>
    <message>
        <source>Request to a partner drafted</source>
        <translation>Consulta a un socio redactada</translation>
    </message>
    <message>
        <source>Request to a partner previewed</source>
        <translation>Consulta a un socio previsualizada</translation>
    </message>
    <message>
        <source>Request to a partner authorised</source>
        <translation>Consulta a un socio autorizada</translation>
    </message>
    <message>
        <source>Request to a partner cancelled</source>
        <translation>Consulta a un socio anulada</translation>
    </message>
    <message>
        <source>Request to a partner closed</source>
        <translation>Consulta a un socio cerrada</translation>
    </message>
    <message>
        <source>News of a request to a partner</source>
        <translation>Noticia de una consulta a un socio</translation>
    </message>
    <message>
        <source>the partner&apos;s answer has not arrived here</source>
        <translation>la respuesta del socio no ha llegado aquí</translation>
    </message>
    <message>
        <source>A partner&apos;s answer</source>
        <translation>La respuesta de un socio</translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::Asks</name>
    <message>
        <source>Amend the traveler&apos;s data</source>
        <translation>Corregir los datos del viajero</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Apellidos</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>year-month-day, zeros for what is unknown</source>
        <translation>año-mes-día, con ceros lo que no se sabe</translation>
    </message>
    <message>
        <source>Nationality, as the document codes it</source>
        <translation>Nacionalidad, con el código del documento</translation>
    </message>
    <message>
        <source>Why, and on what it rests</source>
        <translation>Por qué, y en qué se apoya</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>Corregir</translation>
    </message>
    <message>
        <source>The date of birth is no date: write it as 1981-02-27, with zeros for parts that are unknown.</source>
        <translation>La fecha de nacimiento no es una fecha: escríbala como 1981-02-27, con ceros en lo que no se sabe.</translation>
    </message>
    <message>
        <source>A finger that cannot be captured</source>
        <translation>Un dedo que no se puede capturar</translation>
    </message>
    <message>
        <source>It counts as a sample with its reason: the search and the comparison know that there is none.</source>
        <translation>Cuenta como muestra con su motivo: la búsqueda y el cotejo saben que no la hay.</translation>
    </message>
    <message>
        <source>Finger</source>
        <translation>Dedo</translation>
    </message>
    <message>
        <source>Why there is none</source>
        <translation>Por qué no la hay</translation>
    </message>
    <message>
        <source>Every finger has its sample or its reason already.</source>
        <translation>Cada dedo tiene ya su muestra o su motivo.</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>Anotarlo</translation>
    </message>
    <message>
        <source>Mark a sample as unusable</source>
        <translation>Marcar una muestra como no utilizable</translation>
    </message>
    <message>
        <source>It is not deleted: it stays with its mark and its reason, and is neither searched nor compared. Whoever lets the person go then needs a supervisor&apos;s approval.</source>
        <translation>No se borra: queda con su marca y su motivo, y ni se busca ni se coteja con ella. Quien deje ir a la persona necesita entonces la aprobación de supervisión.</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Muestra</translation>
    </message>
    <message>
        <source>Why it cannot be used</source>
        <translation>Por qué no se puede usar</translation>
    </message>
    <message>
        <source>The case has no sample that could be marked.</source>
        <translation>El caso no tiene muestra que se pueda marcar.</translation>
    </message>
    <message>
        <source>Mark as unusable</source>
        <translation>Marcar como no utilizable</translation>
    </message>
    <message>
        <source>What this paper is</source>
        <translation>Qué es este documento</translation>
    </message>
    <message>
        <source>«%1». A kind that places a hold places it at once.</source>
        <translation>«%1». Una clase que pone una retención la pone al instante.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Change the kind</source>
        <translation>Cambiar la clase</translation>
    </message>
    <message>
        <source>Does not apply: %1</source>
        <translation>No procede: %1</translation>
    </message>
    <message>
        <source>A person answers for it: your name and your reason stand in the dossier, and whoever approves reads them.</source>
        <translation>Responde de ello una persona: su nombre y su motivo quedan en el expediente, y quien aprueba los lee.</translation>
    </message>
    <message>
        <source>It does not apply because</source>
        <translation>No procede porque</translation>
    </message>
    <message>
        <source>It does not apply</source>
        <translation>No procede</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Añadir una nota</translation>
    </message>
    <message>
        <source>Those who come after read it in the overview. It cannot be taken out.</source>
        <translation>Quienes vengan después la leen en el resumen. No se puede quitar.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation>Añadir la nota</translation>
    </message>
    <message>
        <source>Set the legal basis</source>
        <translation>Fijar la base legal</translation>
    </message>
    <message>
        <source>Without one nothing can be done with the case.</source>
        <translation>Sin ella nada se puede hacer con el caso.</translation>
    </message>
    <message>
        <source>Legal basis of the control, e.g. the article it rests on</source>
        <translation>Base legal del control, p. ej. el artículo en que se apoya</translation>
    </message>
    <message>
        <source>Ask for a recapture</source>
        <translation>Pedir una recaptura</translation>
    </message>
    <message>
        <source>The case waits for new samples; the comparison starts again with them.</source>
        <translation>El caso espera nuevas muestras; el cotejo empieza de nuevo con ellas.</translation>
    </message>
    <message>
        <source>What is to be captured again, and why</source>
        <translation>Qué se debe capturar de nuevo y por qué</translation>
    </message>
    <message>
        <source>Return the case</source>
        <translation>Devolver el caso</translation>
    </message>
    <message>
        <source>A proposal ends; what examiners found stays and the case goes on from there. Everybody who comes after reads the reason.</source>
        <translation>Una propuesta termina; lo que hallaron los examinadores se queda y el caso sigue desde ahí. Quienes vengan después leen el motivo.</translation>
    </message>
    <message>
        <source>Why the case is returned</source>
        <translation>Por qué se devuelve el caso</translation>
    </message>
    <message>
        <source>Reopen the case</source>
        <translation>Reabrir el caso</translation>
    </message>
    <message>
        <source>It goes back to triage; what was found and carried out stays in it.</source>
        <translation>Vuelve a triaje; lo hallado y lo ejecutado se queda en él.</translation>
    </message>
    <message>
        <source>Why it is reopened</source>
        <translation>Por qué se reabre</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Reabrir</translation>
    </message>
    <message>
        <source>Cancel the case</source>
        <translation>Cancelar el caso</translation>
    </message>
    <message>
        <source>The case ends without a disposition, e.g. because it was opened twice. It stays stored and found by search.</source>
        <translation>El caso termina sin disposición, p. ej. porque se abrió dos veces. Queda guardado y la búsqueda lo encuentra.</translation>
    </message>
    <message>
        <source>Why it is cancelled</source>
        <translation>Por qué se cancela</translation>
    </message>
    <message>
        <source>Order a re-examination</source>
        <translation>Ordenar un reexamen</translation>
    </message>
    <message>
        <source>Two examiners who have seen nothing of this case examine it anew, both blind. Until they end, outcome, holds and guard stand; a proposal ends now.</source>
        <translation>Dos examinadores que no han visto nada de este caso lo examinan de nuevo, ambos a ciegas. Hasta que terminen siguen en pie resultado, retenciones y guarda; una propuesta termina ahora.</translation>
    </message>
    <message>
        <source>What is in question, and why</source>
        <translation>Qué está en duda y por qué</translation>
    </message>
    <message>
        <source>Order the re-examination</source>
        <translation>Ordenar el reexamen</translation>
    </message>
    <message>
        <source>Place a hold: %1</source>
        <translation>Poner una retención: %1</translation>
    </message>
    <message>
        <source>Officers read it as «On hold», whatever its kind. No reason is asked for.</source>
        <translation>Los oficiales la leen como «En espera», sea de la clase que sea. No se pide motivo.</translation>
    </message>
    <message>
        <source>Place the hold</source>
        <translation>Poner la retención</translation>
    </message>
    <message>
        <source>Lift the hold: %1</source>
        <translation>Levantar la retención: %1</translation>
    </message>
    <message>
        <source>What it forbade can go on, after every other rule. Everybody who comes after reads the reason.</source>
        <translation>Lo que impedía puede seguir, con todas las demás reglas. Quienes vengan después leen el motivo.</translation>
    </message>
    <message>
        <source>Decision it rests on, among the papers</source>
        <translation>Decisión en que se apoya, entre los documentos</translation>
    </message>
    <message>
        <source>Why it is lifted</source>
        <translation>Por qué se levanta</translation>
    </message>
    <message>
        <source>Lift the hold</source>
        <translation>Levantar la retención</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Telephone of the directory</source>
        <translation>Teléfono del directorio</translation>
    </message>
    <message>
        <source>E-mail of the directory</source>
        <translation>Correo del directorio</translation>
    </message>
    <message>
        <source>Liaison officer</source>
        <translation>Oficial de enlace</translation>
    </message>
    <message>
        <source>National office</source>
        <translation>Oficina nacional</translation>
    </message>
    <message>
        <source>Record the owner&apos;s answer</source>
        <translation>Anotar la respuesta del titular</translation>
    </message>
    <message>
        <source>It has no effect until another person has read its paper and countersigned it.</source>
        <translation>No tiene efecto hasta que otra persona haya leído su documento y la haya contrafirmado.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Reference of the owner</source>
        <translation>Referencia del titular</translation>
    </message>
    <message>
        <source>Who answered: name and office</source>
        <translation>Quién contestó: nombre y oficina</translation>
    </message>
    <message>
        <source>Time of the answer, today</source>
        <translation>Hora de la respuesta, hoy</translation>
    </message>
    <message>
        <source>Paper of the dossier that says so</source>
        <translation>Documento del expediente que lo dice</translation>
    </message>
    <message>
        <source>Record the answer</source>
        <translation>Anotar la respuesta</translation>
    </message>
    <message>
        <source>The dossier has no paper of the kind «Answer of the entry&apos;s owner». Add it in Documents first.</source>
        <translation>El expediente no tiene documento de la clase «Respuesta del titular de la entrada». Añádalo antes en Documentos.</translation>
    </message>
    <message>
        <source>Countersign the answer: %1</source>
        <translation>Contrafirmar la respuesta: %1</translation>
    </message>
    <message>
        <source>Recorded by %1: %2 answered by %3, reference %4.</source>
        <translation>La anotó %1: contestó %2 por %3, referencia %4.</translation>
    </message>
    <message>
        <source>With your signature it counts: holding can be proposed, and a supervisor decides on it.</source>
        <translation>Con su firma cuenta: se puede proponer retener, y decide supervisión.</translation>
    </message>
    <message>
        <source>With your signature it counts: the guard ends and the entry carries no act any more.</source>
        <translation>Con su firma cuenta: la guarda termina y la entrada ya no sostiene ningún acto.</translation>
    </message>
    <message>
        <source>With your signature it counts.</source>
        <translation>Con su firma cuenta.</translation>
    </message>
    <message>
        <source>The paper says the same: name, time, reference, answer</source>
        <translation>El documento dice lo mismo: nombre, hora, referencia, respuesta</translation>
    </message>
    <message>
        <source>Countersign</source>
        <translation>Contrafirmar</translation>
    </message>
    <message>
        <source>Compare the paper with what was recorded.</source>
        <translation>Compare el documento con lo anotado.</translation>
    </message>
    <message>
        <source>Which answer stands: %1</source>
        <translation>Qué respuesta vale: %1</translation>
    </message>
    <message>
        <source>Two answers that count differ. The one you choose governs the guard; the other stays recorded.</source>
        <translation>Dos respuestas que cuentan difieren. La que usted elija rige la guarda; la otra queda anotada.</translation>
    </message>
    <message>
        <source>Why this one stands</source>
        <translation>Por qué vale esta</translation>
    </message>
    <message>
        <source>This answer stands</source>
        <translation>Vale esta respuesta</translation>
    </message>
    <message>
        <source>Override the guard: release</source>
        <translation>Apartarse de la guarda: liberar</translation>
    </message>
    <message>
        <source>Override the guard: hold</source>
        <translation>Apartarse de la guarda: retener</translation>
    </message>
    <message>
        <source>Two supervisors who took no part, each with a reason and a legal basis; the auditor reads both.</source>
        <translation>Dos supervisores que no participaron, cada uno con motivo y base legal; auditoría lee ambos.</translation>
    </message>
    <message>
        <source>Yours is the second signature</source>
        <translation>La suya es la segunda firma</translation>
    </message>
    <message>
        <source>The guard ends at once: the person can be let go.</source>
        <translation>La guarda termina al instante: la persona puede irse.</translation>
    </message>
    <message>
        <source>Holding without the owner&apos;s confirmation becomes possible at once.</source>
        <translation>Retener sin la confirmación del titular se hace posible al instante.</translation>
    </message>
    <message>
        <source>Yours is the first signature: nothing changes until a second supervisor signs.</source>
        <translation>La suya es la primera firma: nada cambia hasta que firme un segundo supervisor.</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Base legal</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Sign the override</source>
        <translation>Firmar</translation>
    </message>
    <message>
        <source>Request the confirmation again</source>
        <translation>Pedir otra vez la confirmación</translation>
    </message>
    <message>
        <source>Request the confirmation</source>
        <translation>Pedir la confirmación</translation>
    </message>
    <message>
        <source>You ask the owner of the entry whether it still stands. Call or write to the address of the directory, never to one that the person or the caller gave.</source>
        <translation>Usted pregunta al titular de la entrada si sigue en vigor. Llame o escriba a la dirección del directorio, nunca a una que diera la persona o quien llama.</translation>
    </message>
    <message>
        <source>I have asked</source>
        <translation>Ya pregunté</translation>
    </message>
    <message>
        <source>The legal maximum has run out</source>
        <translation>El máximo legal ha vencido</translation>
    </message>
    <message>
        <source>The guard ends without an answer: the person can be let go. The identification stays a fact of the case.</source>
        <translation>La guarda termina sin respuesta: la persona puede irse. La identificación sigue siendo un hecho del caso.</translation>
    </message>
    <message>
        <source>End the guard</source>
        <translation>Terminar la guarda</translation>
    </message>
    <message>
        <source>Put the case on a manifest</source>
        <translation>Poner el caso en un manifiesto</translation>
    </message>
    <message>
        <source>Papers, holds and approval are checked now as they will be at boarding. Every case stands on it by its own approval.</source>
        <translation>Documentos, retenciones y aprobación se comprueban ahora como al embarcar. Cada caso está en él por su propia aprobación.</translation>
    </message>
    <message>
        <source>Manifest: transport, date, list</source>
        <translation>Manifiesto: transporte, fecha, lista</translation>
    </message>
    <message>
        <source>Put it on the manifest</source>
        <translation>Ponerlo en el manifiesto</translation>
    </message>
    <message>
        <source>Record the answer to the referral</source>
        <translation>Anotar la respuesta a la remisión</translation>
    </message>
    <message>
        <source>The case goes back to the decision: what is to happen now is proposed anew.</source>
        <translation>El caso vuelve a la decisión: se propone de nuevo qué hacer ahora.</translation>
    </message>
    <message>
        <source>What was answered</source>
        <translation>Qué contestaron</translation>
    </message>
    <message>
        <source>Reference of who answered</source>
        <translation>Referencia de quien contestó</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Cerrar el caso</translation>
    </message>
    <message>
        <source>What was decided is carried out and nothing is open. Only a supervisor or data protection reopens it.</source>
        <translation>Lo decidido se ejecutó y nada queda abierto. Solo supervisión o protección de datos lo reabre.</translation>
    </message>
    <message>
        <source>Approve: %1</source>
        <translation>Aprobar: %1</translation>
    </message>
    <message>
        <source>You answer for exactly this dossier, %1: any paper, sample, hold or conclusion that comes later undoes the approval.</source>
        <translation>Usted responde de este expediente exacto, %1: cualquier documento, muestra, retención o conclusión posterior deshace la aprobación.</translation>
    </message>
    <message>
        <source>Reason of your decision</source>
        <translation>Motivo de su decisión</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Aprobar</translation>
    </message>
    <message>
        <source>Reject: %1</source>
        <translation>Rechazar: %1</translation>
    </message>
    <message>
        <source>%1. Nothing is carried out; the case goes back with your reason, which everybody who comes after reads.</source>
        <translation>%1. Nada se ejecuta; el caso vuelve con su motivo, que leen quienes vengan después.</translation>
    </message>
    <message>
        <source>Why it is rejected</source>
        <translation>Por qué se rechaza</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Add a paper to the dossier</source>
        <translation>Añadir un documento al expediente</translation>
    </message>
    <message numerus="yes">
        <source>«%1», %n page(s). It counts as read for each person once every page was on their screen.</source>
        <translation>
            <numerusform>«%1», %n página. Cuenta como leído para cada persona cuando cada página ha estado en su pantalla.</numerusform>
            <numerusform>«%1», %n páginas. Cuenta como leído para cada persona cuando cada página ha estado en su pantalla.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elija…</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Last day of the appeal window</source>
        <translation>Último día del plazo de recurso</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation>año-mes-día</translation>
    </message>
    <message>
        <source>Protected content: only the protection role reads it</source>
        <translation>Contenido protegido: solo lo lee protección</translation>
    </message>
    <message>
        <source>You will not see it again</source>
        <translation>Usted no lo volverá a ver</translation>
    </message>
    <message>
        <source>It leaves the dossier that officers and supervisors read, and nobody of them is told that it exists.</source>
        <translation>Sale del expediente que leen oficiales y supervisión, y a nadie de ellos se le dice que existe.</translation>
    </message>
    <message>
        <source>Add the paper</source>
        <translation>Añadir el documento</translation>
    </message>
    <message>
        <source>Say what this paper is.</source>
        <translation>Diga qué es este documento.</translation>
    </message>
    <message>
        <source>Write the last day as 2026-11-20.</source>
        <translation>Escriba el último día como 2026-11-20.</translation>
    </message>
    <message>
        <source>It is lifted with a paper of this kind: %1. Add it in Documents first.</source>
        <translation>Se levanta con un documento de esta clase: %1. Añádalo primero en Documentos.</translation>
    </message>
    <message>
        <source>What was recorded before stays in the history. Holds that follow from a value stay, whatever is written now; only that of an unknown age ends when the record is completed before the review.</source>
        <translation>Lo anotado antes queda en el historial. Las retenciones que se siguen de un valor se quedan, se escriba ahora lo que se escriba; solo la de una edad desconocida termina si el registro se completa antes de la revisión.</translation>
    </message>
    <message numerus="yes">
        <source>%1. An officer may carry it out for %n hour(s); papers, holds and the entry are checked again then.</source>
        <translation>
            <numerusform>%1. Un oficial puede ejecutarlo durante %n hora; documentos, retenciones y entrada se comprueban otra vez entonces.</numerusform>
            <numerusform>%1. Un oficial puede ejecutarlo durante %n horas; documentos, retenciones y entrada se comprueban otra vez entonces.</numerusform>
        </translation>
    </message>
    <message>
        <source>Withdraw the re-examination</source>
        <translation>Retirar el reexamen</translation>
    </message>
    <message>
        <source>The case goes on from what stood before you ordered it. You do not approve in this case any more.</source>
        <translation>El caso sigue desde lo que había antes de ordenarlo. Usted ya no aprueba en este caso.</translation>
    </message>
    <message>
        <source>Why it is withdrawn</source>
        <translation>Por qué se retira</translation>
    </message>
    <message>
        <source>Withdraw it</source>
        <translation>Retirarlo</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrada</translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::CasePage</name>
    <message>
        <source>Parts of the case</source>
        <translation>Partes del caso</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Disposition</source>
        <translation>Disposición</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Opening the case…</source>
        <translation>Abriendo el caso…</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>Volver a la cola</translation>
    </message>
    <message>
        <source>Blind verification</source>
        <translation>Verificación a ciegas</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Aprobación</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Retenciones</translation>
    </message>
    <message>
        <source>Add a paper to the dossier</source>
        <translation>Añadir un documento al expediente</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Rostro</translation>
    </message>
    <message>
        <source>Fingerprints</source>
        <translation>Huellas</translation>
    </message>
    <message>
        <source>Encounters</source>
        <translation>Encuentros</translation>
    </message>
    <message>
        <source>Release guard</source>
        <translation>Guarda de liberación</translation>
    </message>
    <message>
        <source>Papers (*.pdf *.txt *.png *.jpg *.jpeg *.tif *.tiff *.jp2 *.bmp)</source>
        <translation>Documentos (*.pdf *.txt *.png *.jpg *.jpeg *.tif *.tiff *.jp2 *.bmp)</translation>
    </message>
    <message>
        <source>Folder for what leaves the post</source>
        <translation>Carpeta para lo que sale del puesto</translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::CaseStrip</name>
    <message>
        <source>Back to the queue (Esc)</source>
        <translation>Volver a la cola (Esc)</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>Volver a la cola</translation>
    </message>
    <message>
        <source>Identity hidden</source>
        <translation>Identidad oculta</translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation>Caso %1</translation>
    </message>
    <message>
        <source>Document %1</source>
        <translation>Documento %1</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Renovar</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Tomar</translation>
    </message>
    <message>
        <source>Renew the time of this case</source>
        <translation>Renovar el tiempo de este caso</translation>
    </message>
    <message>
        <source>Take this case</source>
        <translation>Tomar este caso</translation>
    </message>
    <message>
        <source>Yours · %1</source>
        <translation>Suyo · %1</translation>
    </message>
    <message>
        <source>free</source>
        <comment>nobody has taken the case</comment>
        <translation>libre</translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::CaseTab</name>
    <message>
        <source>Until the identity is resolved, or you have concluded yourself, what others found is left out here: the page looks the same whether there is anything or not.</source>
        <translation>Hasta que se resuelva la identidad, o usted haya concluido, aquí se omite lo que otros hallaron: la página se ve igual haya algo o no.</translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::DecisionTab</name>
    <message>
        <source>Result of the examination</source>
        <translation>Resultado del examen</translation>
    </message>
    <message>
        <source>Examinations</source>
        <translation>Exámenes</translation>
    </message>
    <message>
        <source>Examination</source>
        <translation>Examen</translation>
    </message>
    <message>
        <source>Examiner</source>
        <translation>Examinador</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusión</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Cobertura</translation>
    </message>
    <message>
        <source>I have read the coverage</source>
        <translation>He leído la cobertura</translation>
    </message>
    <message>
        <source>Search the lists</source>
        <translation>Buscar en las listas</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Aún ninguno</translation>
    </message>
    <message>
        <source>Concluded by people. The disposition is proposed apart from it.</source>
        <translation>Concluido por personas. La disposición se propone aparte.</translation>
    </message>
    <message>
        <source>Not searched</source>
        <translation>Sin buscar</translation>
    </message>
    <message>
        <source>The lists have not been searched for this case.</source>
        <translation>No se ha buscado en las listas para este caso.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leída</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Sin leer</translation>
    </message>
    <message>
        <source>Searched in</source>
        <translation>Se buscó en</translation>
    </message>
    <message>
        <source>%1 · %2 old</source>
        <translation>%1 · hace %2</translation>
    </message>
    <message>
        <source>Not searched in</source>
        <translation>No se buscó en</translation>
    </message>
    <message>
        <source>Nothing else is known here</source>
        <translation>Aquí no se conoce nada más</translation>
    </message>
    <message>
        <source>With which samples</source>
        <translation>Con qué muestras</translation>
    </message>
    <message numerus="yes">
        <source>%n faces</source>
        <translation>
            <numerusform>%n rostro</numerusform>
            <numerusform>%n rostros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fingerprints</source>
        <translation>
            <numerusform>%n huella</numerusform>
            <numerusform>%n huellas</numerusform>
        </translation>
    </message>
    <message>
        <source>«No candidate» is no clearance.</source>
        <translation>«Sin candidato» no es un visto bueno.</translation>
    </message>
    <message>
        <source>It says only that nothing passed the threshold in what was searched, with lists of that age.</source>
        <translation>Solo dice que nada superó el umbral en lo buscado, con listas de esa edad.</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Primero</translation>
    </message>
    <message>
        <source>Second, blind</source>
        <translation>Segundo, a ciegas</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>The work of other examiners is hidden until the identity is resolved.</source>
        <translation>El trabajo de otros examinadores se oculta hasta que se resuelva la identidad.</translation>
    </message>
    <message>
        <source>Conclusions changed after the reveal stay marked in the history.</source>
        <translation>Las conclusiones cambiadas después de revelar quedan marcadas en el historial.</translation>
    </message>
    <message>
        <source>No search is possible</source>
        <translation>No cabe ninguna búsqueda</translation>
    </message>
    <message>
        <source>Record that no search is possible, with its reasons</source>
        <translation>Anotar que no cabe ninguna búsqueda, con sus motivos</translation>
    </message>
    <message>
        <source>Recorded only where the lists have expired or no sample can be used; letting the person go then needs an approval.</source>
        <translation>Solo se anota si las listas vencieron o ninguna muestra sirve; dejar ir a la persona pide entonces una aprobación.</translation>
    </message>
    <message>
        <source>Some conclusions go to a second examiner who knows nothing of the first; whether one does tells nothing of its outcome.</source>
        <translation>Algunas conclusiones van a un segundo examinador que nada sabe del primero; que vaya o no nada dice del resultado.</translation>
    </message>
    <message>
        <source>Search narrowed down…</source>
        <translation>Búsqueda acotada…</translation>
    </message>
    <message>
        <source>Search only some lists, people or candidates, with the reason</source>
        <translation>Buscar solo en algunas listas, personas o candidatos, con el motivo</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>Aún nada que mostrar</translation>
    </message>
    <message>
        <source>That comes after the triage.</source>
        <translation>Eso viene después del triaje.</translation>
    </message>
    <message>
        <source>Which lists were searched is told once scores are revealed to you or the identity is resolved; before, it would tell what the person may be looked for.</source>
        <translation>En qué listas se buscó se dice cuando se le revelen las puntuaciones o se resuelva la identidad; antes, diría por qué se podría buscar a la persona.</translation>
    </message>
    <message>
        <source>No list was searched</source>
        <translation>No se buscó en ninguna lista</translation>
    </message>
    <message>
        <source>Nobody examined this case.</source>
        <translation>Nadie examinó este caso.</translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::DispositionTab</name>
    <message>
        <source>Propose a disposition</source>
        <translation>Proponer una disposición</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elija…</translation>
    </message>
    <message>
        <source>Disposition</source>
        <translation>Disposición</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Base legal</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Motivos</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Proponer</translation>
    </message>
    <message>
        <source>Disposition and approval</source>
        <translation>Disposición y aprobación</translation>
    </message>
    <message>
        <source>Send for approval</source>
        <translation>Enviar a aprobación</translation>
    </message>
    <message>
        <source>Receipt: flight, handover or release</source>
        <translation>Recibo: vuelo, entrega o liberación</translation>
    </message>
    <message>
        <source>Record that it was carried out</source>
        <translation>Registrar que se ejecutó</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>Propuesta por</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Aprobada por</translation>
    </message>
    <message>
        <source>Rejected by</source>
        <translation>Rechazada por</translation>
    </message>
    <message>
        <source>Reason given</source>
        <translation>Motivo dado</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Recibo</translation>
    </message>
    <message>
        <source>Nothing has been proposed.</source>
        <translation>Nada se ha propuesto.</translation>
    </message>
    <message>
        <source>Go to the papers that are missing</source>
        <translation>Ir a los documentos que faltan</translation>
    </message>
    <message>
        <source>Put it on a manifest…</source>
        <translation>Ponerlo en un manifiesto…</translation>
    </message>
    <message>
        <source>Record the answer to the referral…</source>
        <translation>Anotar la respuesta a la remisión…</translation>
    </message>
    <message>
        <source>Close the case…</source>
        <translation>Cerrar el caso…</translation>
    </message>
    <message>
        <source>The entry is listed for: %1. Its evidence: %2. Both come from the entry; nobody types them.</source>
        <translation>La entrada figura por: %1. Su evidencia: %2. Ambas vienen de la entrada; nadie las escribe.</translation>
    </message>
    <message>
        <source>Listed for</source>
        <translation>Figura por</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifiesto</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>The case has ended: nothing is proposed any more.</source>
        <translation>El caso terminó: ya no se propone nada.</translation>
    </message>
    <message>
        <source>A disposition is proposed; how far it is stands beside.</source>
        <translation>Hay una disposición propuesta; al lado se ve en qué punto está.</translation>
    </message>
    <message>
        <source>An officer who has the case proposes; it is not among your roles.</source>
        <translation>Propone el oficial que tiene el caso; no está entre las funciones de usted.</translation>
    </message>
    <message>
        <source>A disposition is proposed once the identity is resolved.</source>
        <translation>La disposición se propone cuando la identidad está resuelta.</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>Aún nada que mostrar.</translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::DocumentsTab</name>
    <message>
        <source>Samples of the case</source>
        <translation>Muestras del caso</translation>
    </message>
    <message>
        <source>Add samples…</source>
        <translation>Añadir muestras…</translation>
    </message>
    <message>
        <source>Add images of face or fingers to the case</source>
        <translation>Añadir al caso imágenes de rostro o huellas</translation>
    </message>
    <message>
        <source>Samples to add</source>
        <translation>Muestras por añadir</translation>
    </message>
    <message>
        <source>Say what each shows. Nothing is written until you add them.</source>
        <translation>Diga qué muestra cada una. No se guarda nada hasta añadirlas.</translation>
    </message>
    <message>
        <source>Add to the case</source>
        <translation>Añadir al caso</translation>
    </message>
    <message>
        <source>Add these samples to the case</source>
        <translation>Añadir estas muestras al caso</translation>
    </message>
    <message>
        <source>Missing finger…</source>
        <translation>Dedo que falta…</translation>
    </message>
    <message>
        <source>Record a finger that cannot be captured</source>
        <translation>Anotar un dedo que no se puede capturar</translation>
    </message>
    <message>
        <source>Unusable…</source>
        <translation>No utilizable…</translation>
    </message>
    <message>
        <source>Mark a sample as unusable</source>
        <translation>Marcar una muestra como no utilizable</translation>
    </message>
    <message>
        <source>Travel document</source>
        <translation>Documento de viaje</translation>
    </message>
    <message>
        <source>Who this is, and with which document, stays hidden during the blind examination.</source>
        <translation>Quién es, y con qué documento, queda oculto durante el examen a ciegas.</translation>
    </message>
    <message>
        <source>No travel document is recorded for this person.</source>
        <translation>No consta ningún documento de viaje de esta persona.</translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::EncountersTab</name>
    <message numerus="yes">
        <source>%n fingerprints</source>
        <translation>
            <numerusform>%n huella</numerusform>
            <numerusform>%n huellas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n samples could not be taken</source>
        <translation>
            <numerusform>%n muestra no se pudo tomar</numerusform>
            <numerusform>%n muestras no se pudieron tomar</numerusform>
        </translation>
    </message>
    <message>
        <source>same traveler record</source>
        <translation>misma ficha de viajero</translation>
    </message>
    <message>
        <source>same document, %1</source>
        <translation>mismo documento, %1</translation>
    </message>
    <message>
        <source>Timeline of the traveler</source>
        <translation>Cronología del viajero</translation>
    </message>
    <message>
        <source>Encounters</source>
        <translation>Encuentros</translation>
    </message>
    <message>
        <source>A shared record or document is a lead, not an identification.</source>
        <translation>Una ficha o un documento en común es un indicio, no una identificación.</translation>
    </message>
    <message>
        <source>This case was opened</source>
        <translation>Se abrió este caso</translation>
    </message>
    <message>
        <source>time not recorded</source>
        <translation>hora no registrada</translation>
    </message>
    <message>
        <source>Samples of this case</source>
        <translation>Muestras de este caso</translation>
    </message>
    <message>
        <source>a post unknown here</source>
        <translation>un puesto no conocido aquí</translation>
    </message>
    <message>
        <source>outcome: %1</source>
        <translation>resultado: %1</translation>
    </message>
    <message>
        <source>outcome after your own conclusion</source>
        <translation>el resultado se muestra tras su propia conclusión</translation>
    </message>
    <message>
        <source>no outcome yet</source>
        <translation>sin resultado todavía</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open case %1</source>
        <translation>Abrir el caso %1</translation>
    </message>
    <message>
        <source>Looking for other cases of this traveler…</source>
        <translation>Buscando otros casos de este viajero…</translation>
    </message>
    <message>
        <source>Who this is stays hidden during the blind examination. Other cases are shown after your conclusion.</source>
        <translation>Durante el examen a ciegas no se muestra quién es. Los otros casos se muestran después de su conclusión.</translation>
    </message>
    <message>
        <source>No other case that you may see shares this traveler&apos;s record or documents.</source>
        <translation>Ningún otro caso que usted pueda ver comparte la ficha o los documentos de este viajero.</translation>
    </message>
    <message>
        <source>There are more cases with this name or document than were looked at. Search for them in the queue.</source>
        <translation>Hay más casos con este nombre o documento de los que se revisaron. Búsquelos en la cola.</translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::ExaminationCard</name>
    <message>
        <source>What the examiners wrote</source>
        <translation>Lo que escribieron los examinadores</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>First examination</source>
        <translation>Primer examen</translation>
    </message>
    <message>
        <source>Second examination, blind</source>
        <translation>Segundo examen, a ciegas</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>earlier round</source>
        <translation>ronda anterior</translation>
    </message>
    <message>
        <source>Analysis.</source>
        <translation>Análisis.</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Candidato</translation>
    </message>
    <message>
        <source>Candidate %1</source>
        <translation>Candidato %1</translation>
    </message>
    <message>
        <source>changed after the reveal</source>
        <translation>cambiada tras revelar</translation>
    </message>
    <message>
        <source>For.</source>
        <translation>A favor.</translation>
    </message>
    <message>
        <source>Against.</source>
        <translation>En contra.</translation>
    </message>
    <message>
        <source>Document against live face</source>
        <translation>Documento con rostro en vivo</translation>
    </message>
    <message>
        <source>Document against live fingers</source>
        <translation>Documento con huellas en vivo</translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::Forms</name>
    <message>
        <source>ANSI/NIST-ITL transaction</source>
        <translation>Transacción ANSI/NIST-ITL</translation>
    </message>
    <message>
        <source>OSIA person</source>
        <translation>Persona OSIA</translation>
    </message>
    <message>
        <source>Fingerprint templates (ISO/IEC 19794-2)</source>
        <translation>Plantillas de huellas (ISO/IEC 19794-2)</translation>
    </message>
    <message>
        <source>Fingerprint images (ISO/IEC 19794-4)</source>
        <translation>Imágenes de huellas (ISO/IEC 19794-4)</translation>
    </message>
    <message>
        <source>Images as they are stored</source>
        <translation>Imágenes tal como están guardadas</translation>
    </message>
    <message>
        <source>Search narrowed down</source>
        <translation>Búsqueda acotada</translation>
    </message>
    <message>
        <source>Candidates at most</source>
        <translation>Candidatos como máximo</translation>
    </message>
    <message>
        <source>as always</source>
        <translation>como siempre</translation>
    </message>
    <message>
        <source>How often chance alone may bring somebody up</source>
        <translation>Con qué frecuencia puede el azar solo traer a alguien</translation>
    </message>
    <message>
        <source>once in %1 comparisons</source>
        <translation>una vez en %1 cotejos</translation>
    </message>
    <message>
        <source>Only these entries: their identifiers, one a line (may stay empty)</source>
        <translation>Solo estas entradas: sus identificadores, uno por línea (puede quedar vacío)</translation>
    </message>
    <message>
        <source>Why it is narrowed down</source>
        <translation>Por qué se acota</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Choose at least one list; an identifier of an entry has 32 digits.</source>
        <translation>Elija al menos una lista; el identificador de una entrada tiene 32 dígitos.</translation>
    </message>
    <message>
        <source>Nothing is narrowed down: use «Search the lists».</source>
        <translation>No se acota nada: use «Buscar en las listas».</translation>
    </message>
    <message>
        <source>Say why it is narrowed down.</source>
        <translation>Diga por qué se acota.</translation>
    </message>
    <message>
        <source>Send data of the case out</source>
        <translation>Enviar datos del caso fuera</translation>
    </message>
    <message>
        <source>The traveler&apos;s data and samples, as you see them, are written into a folder that you choose. Who received what, when and from whom stays in the case, with a hash of every byte.</source>
        <translation>Los datos y las muestras de la persona, tal como usted los ve, se escriben en una carpeta que usted elige. Quién recibió qué, cuándo y de quién queda en el caso, con una huella de cada byte.</translation>
    </message>
    <message>
        <source>Conclusions, scores, holds and papers never leave this way.</source>
        <translation>Conclusiones, puntuaciones, retenciones y papeles nunca salen por esta vía.</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Como</translation>
    </message>
    <message>
        <source>Organisation that receives it</source>
        <translation>Organización que lo recibe</translation>
    </message>
    <message>
        <source>Its country (three letters; empty for an organisation of no country)</source>
        <translation>Su país (tres letras; vacío si la organización no es de un país)</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>Elegir la carpeta…</translation>
    </message>
    <message>
        <source>Say who receives it.</source>
        <translation>Diga quién lo recibe.</translation>
    </message>
    <message>
        <source>What is left out stands in the coverage for everybody who comes after. Letting the person go after a narrowed search needs a supervisor&apos;s approval. Whoever narrows it down knows more than the list shows and does not examine this case.</source>
        <translation>Lo que se deja fuera consta en la cobertura para todos los que vengan después. Dejar ir a la persona tras una búsqueda acotada necesita la aprobación de un supervisor. Quien la acota sabe más de lo que la lista muestra y no examina este caso.</translation>
    </message>
    <message>
        <source>The files as they came in</source>
        <translation>Los archivos como llegaron</translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::GuardTab</name>
    <message>
        <source>Confirmation of the owner</source>
        <translation>Confirmación del titular</translation>
    </message>
    <message>
        <source>Legal maximum of holding</source>
        <translation>Máximo legal de retención</translation>
    </message>
    <message>
        <source>Request and answers</source>
        <translation>Solicitud y respuestas</translation>
    </message>
    <message>
        <source>What you can do now</source>
        <translation>Qué puede hacer usted ahora</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>as the lists have it now</source>
        <translation>como está ahora en las listas</translation>
    </message>
    <message>
        <source>What each answer means</source>
        <translation>Según lo que conteste</translation>
    </message>
    <message>
        <source>Holding can be proposed; a supervisor decides. Nobody is let go.</source>
        <translation>Se puede proponer retener; decide supervisión. No se libera a nadie.</translation>
    </message>
    <message>
        <source>The guard ends; the entry carries no act any more.</source>
        <translation>La guarda termina; la entrada ya no sostiene ningún acto.</translation>
    </message>
    <message>
        <source>The guard stands, never past the legal maximum.</source>
        <translation>La guarda sigue, nunca más allá del máximo legal.</translation>
    </message>
    <message>
        <source>Ask again; a supervisor is told.</source>
        <translation>Pregunte otra vez; avise a supervisión.</translation>
    </message>
    <message>
        <source>Since %1, due %2. %3</source>
        <translation>Desde %1, vence %2. %3</translation>
    </message>
    <message>
        <source>Then ask again; the guard goes on.</source>
        <translation>Al vencer: segunda solicitud; la guarda sigue.</translation>
    </message>
    <message>
        <source>Then a supervisor ends the guard, or two sign another legal basis. %1</source>
        <translation>Al vencer: supervisión termina la guarda, o dos firman otra base legal. %1</translation>
    </message>
    <message>
        <source>No policy record of this organisation sets one: the guard does not lapse by time. The law you work under still applies.</source>
        <translation>Ninguna norma de esta organización lo fija: la guarda no vence por tiempo. Rige igualmente la ley con la que usted trabaja.</translation>
    </message>
    <message>
        <source>Guard set</source>
        <translation>Guarda fijada</translation>
    </message>
    <message>
        <source>by the identification of %1; nobody places it by hand</source>
        <translation>por la identificación de %1; nadie la pone a mano</translation>
    </message>
    <message>
        <source> and </source>
        <translation> y </translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation>Segunda solicitud</translation>
    </message>
    <message>
        <source>Confirmation requested</source>
        <translation>Confirmación pedida</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 answered, %2, reference %3</source>
        <translation>contestó %1, %2, referencia %3</translation>
    </message>
    <message>
        <source>recorded by %1</source>
        <translation>la anotó %1</translation>
    </message>
    <message>
        <source>you</source>
        <translation>usted</translation>
    </message>
    <message>
        <source>countersigned by %1</source>
        <translation>la contrafirmó %1</translation>
    </message>
    <message>
        <source>waits for a second signature, no effect yet</source>
        <translation>espera segunda firma, sin efecto</translation>
    </message>
    <message>
        <source>chosen by a supervisor</source>
        <translation>elegida por supervisión</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Respuesta: %1</translation>
    </message>
    <message>
        <source>Read the paper</source>
        <translation>Leer el documento</translation>
    </message>
    <message>
        <source>Countersign…</source>
        <translation>Contrafirmar…</translation>
    </message>
    <message>
        <source>This answer stands…</source>
        <translation>Vale esta respuesta…</translation>
    </message>
    <message>
        <source>Override signed: release</source>
        <translation>Firmado apartarse: liberar</translation>
    </message>
    <message>
        <source>Override signed: hold</source>
        <translation>Firmado apartarse: retener</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Titular</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Review by</source>
        <translation>Revisar antes de</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Caveats</source>
        <translation>Advertencias</translation>
    </message>
    <message>
        <source>no longer on the lists of this post</source>
        <translation>ya no está en las listas de este puesto</translation>
    </message>
    <message>
        <source>Listed for</source>
        <translation>Figura por</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>Ask the owner again</source>
        <translation>Preguntar otra vez al titular</translation>
    </message>
    <message>
        <source>Ask the owner</source>
        <translation>Preguntar al titular</translation>
    </message>
    <message>
        <source>Whether the entry still stands.</source>
        <translation>Si la entrada sigue en vigor.</translation>
    </message>
    <message>
        <source>Request…</source>
        <translation>Solicitar…</translation>
    </message>
    <message>
        <source>Record an answer</source>
        <translation>Anotar una respuesta</translation>
    </message>
    <message>
        <source>With its reference, its channel, who gave it and its paper.</source>
        <translation>Con su referencia, su canal, quién la dio y su documento.</translation>
    </message>
    <message>
        <source>Record…</source>
        <translation>Anotar…</translation>
    </message>
    <message>
        <source>Override: release</source>
        <translation>Apartarse: liberar</translation>
    </message>
    <message>
        <source>Two supervisors, each with reason and legal basis.</source>
        <translation>Dos supervisores, cada uno con motivo y base legal.</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>Firmar…</translation>
    </message>
    <message>
        <source>Override: hold</source>
        <translation>Apartarse: retener</translation>
    </message>
    <message>
        <source>End it at the legal maximum</source>
        <translation>Terminarla en el máximo legal</translation>
    </message>
    <message>
        <source>The time has run out without an answer.</source>
        <translation>Venció el plazo sin respuesta.</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>Terminar…</translation>
    </message>
    <message>
        <source>No release guard to show.</source>
        <translation>Ninguna guarda de liberación que mostrar.</translation>
    </message>
    <message>
        <source>No release guard: nobody has been identified in this case, so nothing waits for the owner of an entry.</source>
        <translation>Sin guarda de liberación: en este caso no se ha identificado a nadie, así que nada espera al titular de una entrada.</translation>
    </message>
    <message>
        <source>No release guard: the entry that was identified is listed for «%1», which guards nobody.</source>
        <translation>Sin guarda de liberación: la entrada identificada figura por «%1», que no retiene a nadie.</translation>
    </message>
    <message>
        <source>Back to the overview</source>
        <translation>Volver al resumen</translation>
    </message>
    <message>
        <source>Identified as another entry too</source>
        <translation>Identificada también como otra entrada</translation>
    </message>
    <message>
        <source>it guards nobody</source>
        <translation>no guarda a nadie</translation>
    </message>
    <message>
        <source>it guards by itself, and its owner is asked by itself</source>
        <translation>guarda por sí misma, y a su titular se le pregunta aparte</translation>
    </message>
    <message>
        <source>%1 answered in a signed message</source>
        <translation>%1 contestó en un mensaje firmado</translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::HistoryTab</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Nothing is ever taken out. An act without effect stays with its reason.</source>
        <translation>Nada se quita nunca. Un acto sin efecto queda con su motivo.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Acto</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Efecto</translation>
    </message>
    <message>
        <source>Entry of the journal</source>
        <translation>Renglón del diario</translation>
    </message>
    <message>
        <source>History of the case</source>
        <translation>Historial del caso</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>in effect</source>
        <translation>en vigor</translation>
    </message>
    <message>
        <source>The opening, the samples and your own acts. The whole history once the identity is resolved.</source>
        <translation>La apertura, las muestras y sus propios actos. El historial entero, cuando se resuelva la identidad.</translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::HoldsCard</name>
    <message>
        <source>Holds</source>
        <translation>Retenciones</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>Lift it…</source>
        <translation>Levantarla…</translation>
    </message>
    <message>
        <source>Lift the hold: %1</source>
        <translation>Levantar la retención: %1</translation>
    </message>
    <message>
        <source>Acts against the person wait. Refer the person to protection, or ask your supervisor.</source>
        <translation>Los actos contra la persona esperan. Remita a la persona a protección, o pregunte a supervisión.</translation>
    </message>
    <message>
        <source>None. Anybody may express a need for protection at any time, with one key.</source>
        <translation>Ninguna. Cualquiera puede expresar una necesidad de protección en todo momento, con una tecla.</translation>
    </message>
    <message>
        <source>Place a hold…</source>
        <translation>Poner una retención…</translation>
    </message>
    <message>
        <source>Place a hold on the case</source>
        <translation>Poner una retención en el caso</translation>
    </message>
    <message>
        <source>None that you may see. Anybody may express a need for protection at any time, with one key.</source>
        <translation>Ninguna que usted pueda ver. Cualquiera puede expresar una necesidad de protección en todo momento, con una tecla.</translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::MrzCard</name>
    <message>
        <source>Travel document</source>
        <translation>Documento de viaje</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Read</source>
        <comment>as read from the zone</comment>
        <translation>Leído</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Significa</translation>
    </message>
    <message>
        <source>Digit read</source>
        <translation>Dígito leído</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>Calculado</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Fields of the machine-readable zone with their checks</source>
        <translation>Campos de la zona de lectura mecánica con sus comprobaciones</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>Número de documento</translation>
    </message>
    <message>
        <source>Birth</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>Expiry</source>
        <translation>Vencimiento</translation>
    </message>
    <message>
        <source>Personal number</source>
        <translation>Número personal</translation>
    </message>
    <message>
        <source>Composite digit</source>
        <translation>Dígito compuesto</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>vencido</translation>
    </message>
    <message>
        <source>no digit</source>
        <translation>sin dígito</translation>
    </message>
    <message>
        <source>No machine-readable zone</source>
        <translation>Sin zona de lectura mecánica</translation>
    </message>
    <message>
        <source>The zone cannot be read</source>
        <translation>La zona no se puede leer</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Emisor</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>cuadra</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>no cuadra</translation>
    </message>
    <message>
        <source>holds · expired</source>
        <translation>cuadra · vencido</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>Nacionalidad</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexo</translation>
    </message>
    <message numerus="yes">
        <source>%n digits do not hold</source>
        <translation>
            <numerusform>%n dígito no cuadra</numerusform>
            <numerusform>%n dígitos no cuadran</numerusform>
        </translation>
    </message>
    <message>
        <source>Every digit holds</source>
        <translation>Todos los dígitos cuadran</translation>
    </message>
    <message>
        <source>Possible misreading in %1</source>
        <translation>Posible lectura errónea en %1</translation>
    </message>
    <message>
        <source>If the «%1» in line %2, place %3 were «%4», the digits would hold. The original reading is kept.</source>
        <translation>Si el «%1» en la línea %2, lugar %3, fuera «%4», los dígitos cuadrarían. La lectura original se conserva.</translation>
    </message>
    <message>
        <source>Misreading in line %1, place %2: «%3» for «%4»</source>
        <translation>Lectura errónea en la línea %1, lugar %2: «%3» por «%4»</translation>
    </message>
    <message>
        <source>Accept the proposal</source>
        <translation>Aceptar propuesta</translation>
    </message>
    <message>
        <source>Not laid out as Doc 9303: not checked</source>
        <translation>No tiene la disposición del Doc 9303: no comprobada</translation>
    </message>
    <message>
        <source>If line %1 read «%2», the digits would hold. The original reading is kept.</source>
        <translation>Si la línea %1 dijera «%2», los dígitos cuadrarían. La lectura original se conserva.</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>Clase de documento</translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::MrzLines</name>
    <message>
        <source>Machine-readable zone: %1</source>
        <translation>Zona de lectura mecánica: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n check digits do not hold</source>
        <translation>
            <numerusform>%n dígito de control no cuadra</numerusform>
            <numerusform>%n dígitos de control no cuadran</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::OtherActsCard</name>
    <message>
        <source>Other acts</source>
        <translation>Otros actos</translation>
    </message>
    <message>
        <source>Amend the traveler&apos;s data</source>
        <translation>Corregir los datos del viajero</translation>
    </message>
    <message>
        <source>Name, date of birth, nationality, with the reason.</source>
        <translation>Nombre, fecha de nacimiento, nacionalidad, con el motivo.</translation>
    </message>
    <message>
        <source>Amend…</source>
        <translation>Corregir…</translation>
    </message>
    <message>
        <source>Ask for a recapture</source>
        <translation>Pedir una recaptura</translation>
    </message>
    <message>
        <source>The samples are not good enough to compare.</source>
        <translation>Las muestras no bastan para cotejar.</translation>
    </message>
    <message>
        <source>Recapture…</source>
        <translation>Recaptura…</translation>
    </message>
    <message>
        <source>Return the case</source>
        <translation>Devolver el caso</translation>
    </message>
    <message>
        <source>Something is missing or wrong; what was found stays.</source>
        <translation>Falta algo o está mal; lo hallado se queda.</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>Devolver…</translation>
    </message>
    <message>
        <source>Order a re-examination</source>
        <translation>Ordenar un reexamen</translation>
    </message>
    <message>
        <source>Two others examine anew; what stands stays until they end.</source>
        <translation>Otros dos examinan de nuevo; lo que vale sigue hasta que terminen.</translation>
    </message>
    <message>
        <source>Order…</source>
        <translation>Ordenar…</translation>
    </message>
    <message>
        <source>Reopen the case</source>
        <translation>Reabrir el caso</translation>
    </message>
    <message>
        <source>It goes back to triage.</source>
        <translation>Vuelve a triaje.</translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation>Reabrir…</translation>
    </message>
    <message>
        <source>Cancel the case</source>
        <translation>Cancelar el caso</translation>
    </message>
    <message>
        <source>It ends without a disposition.</source>
        <translation>Termina sin disposición.</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>Cancelar…</translation>
    </message>
    <message>
        <source>Send data of the case out</source>
        <translation>Enviar datos del caso fuera</translation>
    </message>
    <message>
        <source>For another organisation, in a format of others; recorded.</source>
        <translation>Para otra organización, en un formato ajeno; queda registrado.</translation>
    </message>
    <message>
        <source>Send out…</source>
        <translation>Enviar fuera…</translation>
    </message>
    <message>
        <source>Withdraw the re-examination</source>
        <translation>Retirar el reexamen</translation>
    </message>
    <message>
        <source>What stood before it was ordered goes on.</source>
        <translation>Sigue lo que había antes de ordenarlo.</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Retirar…</translation>
    </message>
    <message>
        <source>Inquiry to a partner</source>
        <translation>Consulta a un socio</translation>
    </message>
    <message numerus="yes">
        <source>%n requests in this case; what left, what came back.</source>
        <translation>
            <numerusform>%n consulta en este caso; qué salió, qué volvió.</numerusform>
            <numerusform>%n consultas en este caso; qué salió, qué volvió.</numerusform>
        </translation>
    </message>
    <message>
        <source>What would leave is shown before anybody asks.</source>
        <translation>Se muestra lo que saldría antes de que nadie pregunte.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::OverviewTab</name>
    <message>
        <source>Samples of the case</source>
        <translation>Muestras del caso</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>It happened in this case</source>
        <translation>Ha pasado en este caso</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Base legal</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>sin fijar</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Remisión</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>Whole history</source>
        <translation>Historial completo</translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::PaperView</name>
    <message>
        <source>Page of the paper</source>
        <translation>Página del documento</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Más pequeño</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>read to its last page</source>
        <translation>leído hasta la última página</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) not seen yet</source>
        <translation>
            <numerusform>%n página sin ver</numerusform>
            <numerusform>%n páginas sin ver</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1, seen</source>
        <translation>Página %1, vista</translation>
    </message>
    <message>
        <source>Page %1, not seen</source>
        <translation>Página %1, sin ver</translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::PapersCard</name>
    <message>
        <source>Present</source>
        <translation>Presente</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>No procede</translation>
    </message>
    <message>
        <source>Missing</source>
        <comment>a paper</comment>
        <translation>Falta</translation>
    </message>
    <message>
        <source>because %1 (%2, %3)</source>
        <translation>porque %1 (%2, %3)</translation>
    </message>
    <message>
        <source>you</source>
        <translation>usted</translation>
    </message>
    <message>
        <source>Papers that are needed</source>
        <translation>Documentos que hacen falta</translation>
    </message>
    <message>
        <source>Papers of the dossier</source>
        <translation>Documentos del expediente</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Read the chosen paper</source>
        <translation>Leer el documento elegido</translation>
    </message>
    <message>
        <source>Kind…</source>
        <translation>Clase…</translation>
    </message>
    <message>
        <source>Change what the chosen paper is</source>
        <translation>Cambiar qué es el documento elegido</translation>
    </message>
    <message>
        <source>Add a paper…</source>
        <translation>Añadir un documento…</translation>
    </message>
    <message>
        <source>Add a paper to the dossier</source>
        <translation>Añadir un documento al expediente</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadido</translation>
    </message>
    <message>
        <source>Opened by you</source>
        <translation>Abierto por usted</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta el %1</translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>sin abrir</translation>
    </message>
    <message numerus="yes">
        <source>%n papers; each counts as opened once all its pages were on your screen</source>
        <translation>
            <numerusform>%n documento; cuenta como abierto cuando todas sus páginas han estado en su pantalla</numerusform>
            <numerusform>%n documentos; cada uno cuenta como abierto cuando todas sus páginas han estado en su pantalla</numerusform>
        </translation>
    </message>
    <message>
        <source>Papers for: %1</source>
        <translation>Documentos para: %1</translation>
    </message>
    <message>
        <source>%1 of %2 missing</source>
        <translation>faltan %1 de %2</translation>
    </message>
    <message>
        <source>nothing is missing</source>
        <translation>no falta nada</translation>
    </message>
    <message>
        <source>Does not apply…</source>
        <translation>No procede…</translation>
    </message>
    <message>
        <source>Say why it does not apply: %1</source>
        <translation>Decir por qué no procede: %1</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Añadir…</translation>
    </message>
    <message>
        <source>Add the paper: %1</source>
        <translation>Añadir el documento: %1</translation>
    </message>
    <message>
        <source>No paper that you may see has been added.</source>
        <translation>No se ha añadido ningún documento que usted pueda ver.</translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::Samples</name>
    <message>
        <source>Live face</source>
        <translation>Rostro en vivo</translation>
    </message>
    <message>
        <source>Portrait of the document</source>
        <translation>Retrato del documento</translation>
    </message>
    <message>
        <source>Reference face</source>
        <translation>Rostro de referencia</translation>
    </message>
    <message>
        <source>%1 ppi, %2</source>
        <translation>%1 ppi, %2</translation>
    </message>
    <message>
        <source>resolution unknown</source>
        <translation>resolución desconocida</translation>
    </message>
    <message>
        <source>not decoded yet</source>
        <translation>aún sin decodificar</translation>
    </message>
    <message>
        <source>No samples yet. Import them, or ask for a capture.</source>
        <translation>Aún sin muestras. Impórtelas o pida una captura.</translation>
    </message>
    <message>
        <source>unusable · %1</source>
        <translation>no utilizable · %1</translation>
    </message>
    <message>
        <source>The document&apos;s picture is shown after the live sample was analysed.</source>
        <translation>La imagen del documento se muestra después de analizar la muestra en vivo.</translation>
    </message>
    <message>
        <source>a part is missing</source>
        <translation>falta una parte</translation>
    </message>
    <message>
        <source>quality %1</source>
        <translation>calidad %1</translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::SideCards</name>
    <message>
        <source>Clocks</source>
        <translation>Plazos</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Siguiente paso</translation>
    </message>
    <message>
        <source>Not possible yet</source>
        <translation>Aún no se puede</translation>
    </message>
    <message>
        <source>%1 since it was opened. Due %2.</source>
        <translation>%1 desde que se abrió. Vence %2.</translation>
    </message>
    <message>
        <source>Set the legal basis.</source>
        <translation>Fije la base legal.</translation>
    </message>
    <message>
        <source>Without one nothing can be done with the case.</source>
        <translation>Sin ella nada se puede hacer con el caso.</translation>
    </message>
    <message>
        <source>Set the legal basis…</source>
        <translation>Fijar la base legal…</translation>
    </message>
    <message>
        <source>Start the triage.</source>
        <translation>Empiece el triaje.</translation>
    </message>
    <message>
        <source>Look at the document and the samples first.</source>
        <translation>Mire primero el documento y las muestras.</translation>
    </message>
    <message>
        <source>Start the triage</source>
        <translation>Empezar el triaje</translation>
    </message>
    <message>
        <source>Take the case.</source>
        <translation>Tome el caso.</translation>
    </message>
    <message>
        <source>It is reserved for you for 30 minutes, renewable.</source>
        <translation>Queda reservado para usted 30 minutos, renovables.</translation>
    </message>
    <message>
        <source>Take the case</source>
        <translation>Tomar el caso</translation>
    </message>
    <message>
        <source>Search the lists.</source>
        <translation>Busque en las listas.</translation>
    </message>
    <message>
        <source>The samples are compared with the lists of this post. The candidates come without score or name.</source>
        <translation>Las muestras se comparan con las listas de este puesto. Los candidatos llegan sin puntuación ni nombre.</translation>
    </message>
    <message>
        <source>Search the lists</source>
        <translation>Buscar en las listas</translation>
    </message>
    <message>
        <source>Analyse the sample.</source>
        <translation>Analice la muestra.</translation>
    </message>
    <message>
        <source>Save your analysis before you see the references.</source>
        <translation>Guarde su análisis antes de ver las referencias.</translation>
    </message>
    <message>
        <source>Analyse the face</source>
        <translation>Analizar el rostro</translation>
    </message>
    <message>
        <source>Analyse the fingerprints</source>
        <translation>Analizar las huellas</translation>
    </message>
    <message>
        <source>Go on with the comparison.</source>
        <translation>Siga con el cotejo.</translation>
    </message>
    <message>
        <source>Every candidate is looked at and gets a conclusion.</source>
        <translation>Se mira a cada candidato y recibe una conclusión.</translation>
    </message>
    <message>
        <source>Open the comparison</source>
        <translation>Abrir el cotejo</translation>
    </message>
    <message>
        <source>Propose a disposition.</source>
        <translation>Proponga una disposición.</translation>
    </message>
    <message>
        <source>The identity is resolved: %1.</source>
        <translation>La identidad está resuelta: %1.</translation>
    </message>
    <message>
        <source>Go to the disposition</source>
        <translation>Ir a la disposición</translation>
    </message>
    <message>
        <source>Carry it out.</source>
        <translation>Ejecútela.</translation>
    </message>
    <message>
        <source>Send it for approval, or carry it out.</source>
        <translation>Envíela a aprobación, o ejecútela.</translation>
    </message>
    <message>
        <source>Waits for a supervisor.</source>
        <translation>Espera a un supervisor.</translation>
    </message>
    <message>
        <source>A supervisor who took no part reads the whole case and decides.</source>
        <translation>Un supervisor que no participó lee todo el caso y decide.</translation>
    </message>
    <message>
        <source>Close the case.</source>
        <translation>Cierre el caso.</translation>
    </message>
    <message>
        <source>What was decided is carried out.</source>
        <translation>Lo decidido se ha ejecutado.</translation>
    </message>
    <message>
        <source>Nothing is to be done.</source>
        <translation>No hay nada que hacer.</translation>
    </message>
    <message>
        <source>The case is closed.</source>
        <translation>El caso está cerrado.</translation>
    </message>
    <message>
        <source>Nothing for you to do now.</source>
        <translation>Nada que hacer por usted ahora.</translation>
    </message>
    <message>
        <source>The state is «%1».</source>
        <translation>El estado es «%1».</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Dejar libre</translation>
    </message>
    <message>
        <source>Ask the owner of the entry.</source>
        <translation>Pregunte al titular de la entrada.</translation>
    </message>
    <message>
        <source>Nobody is let go or held before the owner answered. Answer: %1.</source>
        <translation>Nadie se libera ni se retiene antes de que conteste el titular. Respuesta: %1.</translation>
    </message>
    <message>
        <source>Go to the release guard</source>
        <translation>Ir a la guarda de liberación</translation>
    </message>
    <message>
        <source>Wait for the answer to the referral.</source>
        <translation>Espere la respuesta a la remisión.</translation>
    </message>
    <message>
        <source>Record it when it comes; the decision goes on from it.</source>
        <translation>Anótela cuando llegue; la decisión sigue desde ella.</translation>
    </message>
    <message>
        <source>Record the answer…</source>
        <translation>Anotar la respuesta…</translation>
    </message>
    <message>
        <source>Close the case…</source>
        <translation>Cerrar el caso…</translation>
    </message>
    <message>
        <source>Protection need: to its authority by %1 (%2)</source>
        <translation>Necesidad de protección: a su autoridad antes del %1 (%2)</translation>
    </message>
    <message>
        <source>It has to wait.</source>
        <translation>Tiene que esperar.</translation>
    </message>
    <message>
        <source>Analyse the samples</source>
        <translation>Analizar las muestras</translation>
    </message>
    <message>
        <source>Conclude the examination</source>
        <translation>Concluir el examen</translation>
    </message>
    <message>
        <source>Propose a disposition</source>
        <translation>Proponer una disposición</translation>
    </message>
    <message>
        <source>Send it for approval</source>
        <translation>Enviarla a aprobación</translation>
    </message>
    <message>
        <source>Record that it was carried out</source>
        <translation>Anotar que se ejecutó</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Cerrar el caso</translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::StoryCard</name>
    <message>
        <source>Reasons and notes</source>
        <translation>Motivos y notas</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Nota…</translation>
    </message>
    <message>
        <source>Add a note to the case</source>
        <translation>Añadir una nota al caso</translation>
    </message>
    <message>
        <source>you</source>
        <translation>usted</translation>
    </message>
    <message>
        <source>Nothing that you may read has been written yet.</source>
        <translation>Aún no se ha escrito nada que usted pueda leer.</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::BaseRateCard</name>
    <message>
        <source>What a candidate of such a search means</source>
        <translation>Qué significa un candidato en una búsqueda así</translation>
    </message>
    <message>
        <source>The assumption of 1 in 1,000 is local policy&apos;s, not about this traveler.</source>
        <translation>El supuesto de 1 de 1.000 es de la política local, no de este viajero.</translation>
    </message>
    <message>
        <source>%1 comparisons of samples · FMR %2</source>
        <translation>%1 comparaciones de muestras · FMR %2</translation>
    </message>
    <message>
        <source>each dot: %1 people who are not in the list</source>
        <translation>cada punto: %1 personas que no están en la lista</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>bring up at least one candidate although none of them is in the list</source>
        <translation>dan al menos un candidato aunque nadie de ellos figure en la lista</translation>
    </message>
    <message>
        <source>fewer than %1</source>
        <translation>menos de %1</translation>
    </message>
    <message>
        <source>bring up one with %1 or more: as similar as this</source>
        <translation>dan uno con %1 o más: tan parecido como este</translation>
    </message>
    <message>
        <source>bring up one as similar as this</source>
        <translation>dan uno tan parecido como este</translation>
    </message>
    <message>
        <source>bring up none</source>
        <translation>no dan ninguno</translation>
    </message>
    <message>
        <source>If 1 in %1 travelers is in the list: of &lt;b&gt;%2&lt;/b&gt; candidates &lt;b&gt;%3&lt;/b&gt; are the right person and &lt;b&gt;%4&lt;/b&gt; are not.</source>
        <translation>Si 1 de cada %1 viajeros figura en la lista: de &lt;b&gt;%2&lt;/b&gt; candidatos, &lt;b&gt;%3&lt;/b&gt; son la persona y &lt;b&gt;%4&lt;/b&gt; no.</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::CandidateStrip</name>
    <message>
        <source>Candidate %1, %2</source>
        <translation>Candidato %1, %2</translation>
    </message>
    <message>
        <source>Under examination</source>
        <translation>En examen</translation>
    </message>
    <message>
        <source>Visited</source>
        <translation>Visitado</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>Sin ver</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Candidatos</translation>
    </message>
    <message>
        <source>order shuffled for you · no score, position, list or name</source>
        <translation>orden barajado para usted · sin puntuación, posición, lista ni nombre</translation>
    </message>
    <message>
        <source>No candidate</source>
        <translation>Sin candidato</translation>
    </message>
    <message>
        <source>Visited %1 of %2</source>
        <translation>Visitados %1 de %2</translation>
    </message>
    <message>
        <source>shown once the analysis of the probe is saved</source>
        <translation>se muestran al guardar el análisis de la muestra</translation>
    </message>
    <message>
        <source>as they were examined, in the order of the examination</source>
        <translation>como se examinaron, en el orden del examen</translation>
    </message>
    <message>
        <source>Candidate %1</source>
        <translation>Candidato %1</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::CompareTab</name>
    <message>
        <source>Candidates</source>
        <translation>Candidatos</translation>
    </message>
    <message>
        <source>Document against person</source>
        <translation>Documento y persona</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::ComparisonSession</name>
    <message>
        <source>Choose a position on the scale.</source>
        <translation>Elija una posición de la escala.</translation>
    </message>
    <message>
        <source>Entry withdrawn meanwhile</source>
        <translation>Entrada retirada entretanto</translation>
    </message>
    <message>
        <source>%1. %2 · %3</source>
        <extracomment>An examination that may be read: its number, the examiner, when it was concluded</extracomment>
        <translation>%1. %2 · %3</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::ConclusionForm</name>
    <message>
        <source>Conclusion scale</source>
        <translation>Escala de conclusión</translation>
    </message>
    <message>
        <source>Exclusion</source>
        <translation>Exclusión</translation>
    </message>
    <message>
        <source>Incon-
clusive</source>
        <extracomment>Step of the conclusion scale in a narrow field</extracomment>
        <translation>No con-
cluyente</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Motivos</translation>
    </message>
    <message>
        <source>The strongest reason against</source>
        <translation>La razón más fuerte en contra</translation>
    </message>
    <message>
        <source>required</source>
        <translation>obligatoria</translation>
    </message>
    <message>
        <source>The strongest reason against, required</source>
        <translation>La razón más fuerte en contra, obligatoria</translation>
    </message>
    <message>
        <source>Analysis of the probe</source>
        <translation>Análisis de la muestra</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>guardado</translation>
    </message>
    <message>
        <source>before any candidate</source>
        <translation>antes de ver candidatos</translation>
    </message>
    <message>
        <source>What this sample shows, and what it does not</source>
        <translation>Qué muestra esta captura y qué no</translation>
    </message>
    <message>
        <source>Usable features, quality, limits, conditions of capture</source>
        <translation>Rasgos utilizables, calidad, límites, condiciones de captura</translation>
    </message>
    <message>
        <source>Save analysis and show candidates</source>
        <translation>Guardar el análisis y mostrar candidatos</translation>
    </message>
    <message>
        <source>saved · nobody sees it yet</source>
        <translation>guardada · nadie la ve aún</translation>
    </message>
    <message>
        <source>nobody sees it yet</source>
        <translation>nadie la ve aún</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save and go to %1</source>
        <translation>Guardar y pasar a %1</translation>
    </message>
    <message>
        <source>Saved. Choose a candidate to compare.</source>
        <translation>Guardado. Elija un candidato para cotejar.</translation>
    </message>
    <message>
        <source>Support
different</source>
        <extracomment>Step of the conclusion scale in a narrow field: support for different sources</extracomment>
        <translation>Apoyo a
distintas</translation>
    </message>
    <message>
        <source>Support
same</source>
        <extracomment>Step of the conclusion scale in a narrow field: support for the same source</extracomment>
        <translation>Apoyo a
la misma</translation>
    </message>
    <message>
        <source>Analysis of the live sample</source>
        <translation>Análisis de la muestra en vivo</translation>
    </message>
    <message>
        <source>before the document</source>
        <translation>antes del documento</translation>
    </message>
    <message>
        <source>Saved. The document comes beside it next.</source>
        <translation>Guardado. Ahora se pone el documento al lado.</translation>
    </message>
    <message>
        <source>Save analysis and show the document</source>
        <translation>Guardar análisis y mostrar el documento</translation>
    </message>
    <message>
        <source>as saved, to be read</source>
        <translation>como se guardó, para leer</translation>
    </message>
    <message>
        <source>Save the conclusion</source>
        <translation>Guardar la conclusión</translation>
    </message>
    <message>
        <source>the middle three count as “inconclusive”</source>
        <translation>las tres del medio cuentan como «no concluyente»</translation>
    </message>
    <message>
        <source>%1 · counts as “inconclusive”</source>
        <translation>%1 · cuenta como «no concluyente»</translation>
    </message>
    <message>
        <source>Identifi-
cation</source>
        <translation>Identifi-
cación</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::CoverageCard</name>
    <message>
        <source>Coverage</source>
        <translation>Cobertura</translation>
    </message>
    <message>
        <source>“No candidate” is not clearance.</source>
        <translation>«Sin candidato» no es un visto bueno.</translation>
    </message>
    <message>
        <source>It only says that nothing reached the threshold in what was searched.</source>
        <translation>Solo dice que nada alcanzó el umbral en lo buscado.</translation>
    </message>
    <message>
        <source>I have read the coverage</source>
        <translation>He leído la cobertura</translation>
    </message>
    <message>
        <source>needed to propose</source>
        <translation>hace falta para proponer</translation>
    </message>
    <message>
        <source>SEARCHED</source>
        <translation>SE BUSCÓ EN</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>NOT SEARCHED</source>
        <translation>NO SE BUSCÓ EN</translation>
    </message>
    <message>
        <source>WITH WHICH SAMPLES</source>
        <translation>CON QUÉ MUESTRAS</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leída</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Sin leer</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::DocumentSession</name>
    <message>
        <source>The document&apos;s sample comes once the live one is analysed</source>
        <translation>La muestra del documento llega tras analizar la muestra en vivo</translation>
    </message>
    <message>
        <source>Analysis saved</source>
        <translation>Análisis guardado</translation>
    </message>
    <message>
        <source>The score comes once you have concluded</source>
        <translation>La puntuación llega cuando haya concluido</translation>
    </message>
    <message>
        <source>Concluded %1 by you</source>
        <translation>Concluido por usted %1</translation>
    </message>
    <message>
        <source>Concluded %1 by you · to be read</source>
        <translation>Concluido por usted %1 · para leer</translation>
    </message>
    <message>
        <source>Concluded %1 by %2 · to be read</source>
        <translation>Concluido %1 por %2 · para leer</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>The document has no sample that can be laid beside this one.</source>
        <translation>El documento no tiene muestra que se pueda poner junto a esta.</translation>
    </message>
    <message>
        <source>Choose a position on the scale.</source>
        <translation>Elija una posición de la escala.</translation>
    </message>
    <message>
        <source>Concluded %1</source>
        <translation>Concluido %1</translation>
    </message>
    <message>
        <source>Portrait of the document</source>
        <translation>Retrato del documento</translation>
    </message>
    <message>
        <source>Print of the document</source>
        <translation>Huella del documento</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::DotArray</name>
    <message>
        <source>%1 bring up a candidate, %2 of them one as similar as this, %3 none.</source>
        <translation>%1 dan un candidato, %2 de ellos uno tan parecido como este, %3 ninguno.</translation>
    </message>
    <message>
        <source>Travelers who are not in the list</source>
        <translation>Viajeros que no están en la lista</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::ExaminerNotes</name>
    <message>
        <source>Skin</source>
        <translation>Piel</translation>
    </message>
    <message>
        <source>Outline of face and head</source>
        <translation>Contorno de rostro y cabeza</translation>
    </message>
    <message>
        <source>Proportions of the face</source>
        <translation>Proporciones del rostro</translation>
    </message>
    <message>
        <source>Hairline</source>
        <translation>Línea del pelo</translation>
    </message>
    <message>
        <source>Forehead</source>
        <translation>Frente</translation>
    </message>
    <message>
        <source>Eyebrows</source>
        <translation>Cejas</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>Ojos</translation>
    </message>
    <message>
        <source>Cheeks</source>
        <translation>Mejillas</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>Nariz</translation>
    </message>
    <message>
        <source>Ears</source>
        <translation>Orejas</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>Boca</translation>
    </message>
    <message>
        <source>Chin and jaw</source>
        <translation>Mentón y mandíbula</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>Cuello</translation>
    </message>
    <message>
        <source>Facial hair</source>
        <translation>Vello facial</translation>
    </message>
    <message>
        <source>Facial lines</source>
        <translation>Líneas faciales</translation>
    </message>
    <message>
        <source>Scars</source>
        <translation>Cicatrices</translation>
    </message>
    <message>
        <source>Marks on the skin</source>
        <translation>Marcas en la piel</translation>
    </message>
    <message>
        <source>Alterations</source>
        <translation>Alteraciones</translation>
    </message>
    <message>
        <source>Other features</source>
        <translation>Otros rasgos</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>Similar</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Diferente</translation>
    </message>
    <message>
        <source>Not visible</source>
        <translation>No visible</translation>
    </message>
    <message>
        <source>Position on the scale: %1</source>
        <translation>Posición en la escala: %1</translation>
    </message>
    <message>
        <source>probe</source>
        <translation>muestra</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>referencia</translation>
    </message>
    <message>
        <source>Light on the %1: brightness %2, contrast %3, gamma %4</source>
        <translation>Luz en la %1: brillo %2, contraste %3, gamma %4</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) on the faces</source>
        <translation>
            <numerusform>%n marca en los rostros</numerusform>
            <numerusform>%n marcas en los rostros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n examiner&apos;s mark(s) on the prints</source>
        <translation>
            <numerusform>%n marca del examinador en las huellas</numerusform>
            <numerusform>%n marcas del examinador en las huellas</numerusform>
        </translation>
    </message>
    <message>
        <source>Pairs of minutiae: %1 sure, %2 rejected, %3 doubtful</source>
        <translation>Pares de minucias: %1 seguros, %2 rechazados, %3 dudosos</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::FaceBench</name>
    <message>
        <source>Several faces: the largest and most central one was taken.</source>
        <translation>Varios rostros: se tomó el mayor y más central.</translation>
    </message>
    <message numerus="yes">
        <source>Only %n pixel(s) between the eyes: fine detail is missing.</source>
        <translation>
            <numerusform>Solo %n píxel entre los ojos: falta el detalle fino.</numerusform>
            <numerusform>Solo %n píxeles entre los ojos: falta el detalle fino.</numerusform>
        </translation>
    </message>
    <message>
        <source>The head is cut by the edge of the picture.</source>
        <translation>El borde de la imagen corta la cabeza.</translation>
    </message>
    <message>
        <source>The head is tilted: align the eyes.</source>
        <translation>La cabeza está inclinada: alinee los ojos.</translation>
    </message>
    <message>
        <source>Turned to the side: compare the half that both show.</source>
        <translation>Vuelto de lado: compare la mitad que ambos muestran.</translation>
    </message>
    <message>
        <source>Chin up or down: proportions shift.</source>
        <translation>Mentón arriba o abajo: las proporciones cambian.</translation>
    </message>
    <message>
        <source>Blurred: do not rely on lines and marks.</source>
        <translation>Borroso: no se fíe de líneas y marcas.</translation>
    </message>
    <message>
        <source>Dark: shadows hold little detail.</source>
        <translation>Oscuro: las sombras tienen poco detalle.</translation>
    </message>
    <message>
        <source>Too bright: light areas hold no detail.</source>
        <translation>Demasiada luz: las zonas claras no tienen detalle.</translation>
    </message>
    <message>
        <source>Light from one side: compare the evenly lit half.</source>
        <translation>Luz de un lado: compare la mitad con luz pareja.</translation>
    </message>
    <message>
        <source>Colours are off: do not compare skin tone.</source>
        <translation>Colores alterados: no compare el tono de piel.</translation>
    </message>
    <message>
        <source>Eyes not open: their shape cannot be compared.</source>
        <translation>Ojos sin abrir: su forma no se puede comparar.</translation>
    </message>
    <message>
        <source>Mouth open: chin and cheeks are stretched.</source>
        <translation>Boca abierta: mentón y mejillas estirados.</translation>
    </message>
    <message>
        <source>The machine sees this face weakly: compare by eye with care.</source>
        <translation>La máquina ve débil este rostro: compare a ojo con cuidado.</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>Sin medir</translation>
    </message>
    <message>
        <source>Sufficient</source>
        <extracomment>How far a face picture carries: enough for comparison</extracomment>
        <translation>Suficiente</translation>
    </message>
    <message>
        <source>Limited</source>
        <translation>Limitada</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>Sin mostrar</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>Sin rostro</translation>
    </message>
    <message>
        <source>This case has no picture of a face.</source>
        <translation>Este caso no tiene imagen de un rostro.</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>Muestra</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::FaceCanvas</name>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message numerus="yes">
        <source> · %n px between the eyes</source>
        <translation>
            <numerusform> · %n px entre ojos</numerusform>
            <numerusform> · %n px entre ojos</numerusform>
        </translation>
    </message>
    <message>
        <source>Linked cursor</source>
        <translation>Cursor enlazado</translation>
    </message>
    <message>
        <source>Loading the image…</source>
        <translation>Cargando la imagen…</translation>
    </message>
    <message>
        <source>← → move the swipe bar · B blinks · Esc shows both side by side</source>
        <translation>← → mueve la cortina · B parpadea · Esc muestra las dos</translation>
    </message>
    <message>
        <source>Reference at %1 % · Esc shows both side by side</source>
        <translation>Referencia al %1 % · Esc muestra las dos</translation>
    </message>
    <message>
        <source>%1 changes a second · Esc stops</source>
        <translation>%1 cambios por segundo · Esc detiene</translation>
    </message>
    <message>
        <source>Bright = different; light and pose differ too · Esc shows both side by side</source>
        <translation>Claro = diferente; la luz y la pose también difieren · Esc muestra las dos</translation>
    </message>
    <message>
        <source>Face comparison</source>
        <translation>Cotejo de rostros</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>lado a lado</translation>
    </message>
    <message>
        <source>overlay</source>
        <translation>superpuestas</translation>
    </message>
    <message>
        <source>swipe</source>
        <translation>cortina</translation>
    </message>
    <message>
        <source>blink</source>
        <translation>parpadeo</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>diferencia</translation>
    </message>
    <message>
        <source>%1 %2 and %3 %4, %5. Wheel or plus and minus zoom, arrows pan, R rotates.</source>
        <translation>%1 %2 y %3 %4, %5. Rueda o más y menos acercan, las flechas mueven, R gira.</translation>
    </message>
    <message>
        <source>%1 %2 alone. Wheel or plus and minus zoom, arrows pan, R rotates.</source>
        <translation>%1 %2 sola. Rueda o más y menos acercan, las flechas mueven, R gira.</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::FaceDocumentSession</name>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>portrait that the traveler presented</source>
        <translation>retrato que presentó el viajero</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::FacePage</name>
    <message>
        <source>View</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>Probe and reference side by side (Esc)</source>
        <translation>Muestra y referencia lado a lado (Esc)</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Superponer</translation>
    </message>
    <message>
        <source>One over the other (O)</source>
        <translation>Una sobre otra (O)</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation>Cortina</translation>
    </message>
    <message>
        <source>A bar parts them (S)</source>
        <translation>Una barra las separa (S)</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>Parpadeo</translation>
    </message>
    <message>
        <source>One after the other (B)</source>
        <translation>Una tras otra (B)</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>What differs, point by point (D)</source>
        <translation>Lo que difiere, punto por punto (D)</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Enlazadas</translation>
    </message>
    <message>
        <source>Both views move together (L)</source>
        <translation>Las dos vistas se mueven juntas (L)</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>Ojos</translation>
    </message>
    <message>
        <source>Lay the eyes of the reference on those of the probe (E)</source>
        <translation>Poner los ojos de la referencia sobre los de la muestra (E)</translation>
    </message>
    <message>
        <source>Rotate by one degree (R, Shift+R)</source>
        <translation>Girar un grado (R, Mayús+R)</translation>
    </message>
    <message>
        <source>Fit (0)</source>
        <translation>Ajustar (0)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Brightness, contrast and gamma</source>
        <translation>Brillo, contraste y gamma</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marcar</translation>
    </message>
    <message>
        <source>Set numbered marks on both faces (M)</source>
        <translation>Poner marcas numeradas en los dos rostros (M)</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>Muestra</translation>
    </message>
    <message>
        <source>Unlinked</source>
        <translation>Sueltas</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Light · %1</source>
        <translation>Luz · %1</translation>
    </message>
    <message>
        <source>No advice on these images.</source>
        <translation>Sin avisos sobre estas imágenes.</translation>
    </message>
    <message>
        <source>Points that the program found on both faces (P)</source>
        <translation>Puntos que el programa halló en las dos caras (P)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Rasgos</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusión</translation>
    </message>
    <message>
        <source>Go to the conclusion</source>
        <translation>Pasar a la conclusión</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::FaceSession</name>
    <message>
        <source>Candidate %1</source>
        <translation>Candidato %1</translation>
    </message>
    <message>
        <source>reference · taken %1</source>
        <translation>referencia · captura de %1</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>referencia</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::FeatureList</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>Nota sobre %1</translation>
    </message>
    <message>
        <source>Similar</source>
        <extracomment>Facial feature looks alike in both images; short form in a narrow button</extracomment>
        <translation>Similar</translation>
    </message>
    <message>
        <source>Differ.</source>
        <extracomment>Facial feature differs; short form in a narrow button</extracomment>
        <translation>Difer.</translation>
    </message>
    <message>
        <source>Not vis.</source>
        <extracomment>Facial feature cannot be seen; short form in a narrow button</extracomment>
        <translation>No vis.</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Rasgos</translation>
    </message>
    <message>
        <source>Only pending</source>
        <translation>Solo pendientes</translation>
    </message>
    <message>
        <source>Facial features: 1 similar, 2 different, 3 not visible, Enter writes a note</source>
        <translation>Rasgos faciales: 1 similar, 2 diferente, 3 no visible, Intro escribe una nota</translation>
    </message>
    <message>
        <source>FISWG · %1 of %2</source>
        <extracomment>FISWG is the name of a working group; %1 of %2 rows answered</extracomment>
        <translation>FISWG · %1 de %2</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::FeatureModel</name>
    <message>
        <source>no answer yet</source>
        <translation>sin respuesta aún</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Rasgo</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::FingerBoard</name>
    <message>
        <source>Thumb</source>
        <translation>Pulgar</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Índice</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Anular</translation>
    </message>
    <message>
        <source>Little</source>
        <translation>Meñique</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Repeated?</source>
        <translation>¿Repetido?</translation>
    </message>
    <message>
        <source>Swapped?</source>
        <translation>¿Cambiado?</translation>
    </message>
    <message>
        <source>Under examination</source>
        <translation>En examen</translation>
    </message>
    <message>
        <source>In sequence</source>
        <translation>En secuencia</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Débil</translation>
    </message>
    <message>
        <source>No sample</source>
        <translation>Sin muestra</translation>
    </message>
    <message>
        <source>No reference</source>
        <translation>Sin referencia</translation>
    </message>
    <message>
        <source>Right hand</source>
        <translation>Mano derecha</translation>
    </message>
    <message>
        <source>Left hand</source>
        <translation>Mano izquierda</translation>
    </message>
    <message>
        <source>%1 looks like another finger: check the sequence</source>
        <translation>%1 parece otro dedo: compruebe la secuencia</translation>
    </message>
    <message>
        <source>%1 seems to be swapped: check the sequence</source>
        <translation>%1 parece cambiado: compruebe la secuencia</translation>
    </message>
    <message>
        <source>probe</source>
        <translation>muestra</translation>
    </message>
    <message>
        <source>probe | reference %1</source>
        <translation>muestra | referencia %1</translation>
    </message>
    <message>
        <source>Both there</source>
        <translation>Ambas</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Con muestra</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::FingerCanvas</name>
    <message>
        <source>Fingerprint comparison</source>
        <translation>Cotejo de huellas</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %2, %n pair(s), listed in the table of pairs.</source>
        <translation>
            <numerusform>%1 y %2, %n pareja, en la tabla de parejas.</numerusform>
            <numerusform>%1 y %2, %n parejas, en la tabla de parejas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 alone, %n minutia(e).</source>
        <translation>
            <numerusform>%1 sola, %n minucia.</numerusform>
            <numerusform>%1 sola, %n minucias.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pair %1 is chosen.</source>
        <translation>Está elegida la pareja %1.</translation>
    </message>
    <message>
        <source>enhanced</source>
        <translation>realzada</translation>
    </message>
    <message>
        <source>skeleton</source>
        <translation>esqueleto</translation>
    </message>
    <message>
        <source>original</source>
        <translation>original</translation>
    </message>
    <message>
        <source>Loupe 4× · %1</source>
        <translation>Lupa 4× · %1</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>elegida</translation>
    </message>
    <message>
        <source>examiner&apos;s</source>
        <translation>del examinador</translation>
    </message>
    <message>
        <source>○ ending  □ bifurcation</source>
        <translation>○ terminación  □ bifurcación</translation>
    </message>
    <message>
        <source>core</source>
        <translation>núcleo</translation>
    </message>
    <message>
        <source>delta</source>
        <translation>delta</translation>
    </message>
    <message>
        <source>minutia</source>
        <translation>minucia</translation>
    </message>
    <message>
        <source>Marking: %1</source>
        <translation>Marcando: %1</translation>
    </message>
    <message>
        <source>click or Enter sets, Delete takes back, Esc ends</source>
        <translation>clic o Intro pone, Supr quita, Esc termina</translation>
    </message>
    <message>
        <source>Pairing: choose a minutia of the probe.</source>
        <translation>Emparejar: elija una minucia de la muestra.</translation>
    </message>
    <message>
        <source>Pairing: choose a minutia of the reference.</source>
        <translation>Emparejar: elija una minucia de la referencia.</translation>
    </message>
    <message>
        <source>ending</source>
        <translation>terminación</translation>
    </message>
    <message>
        <source>bifurcation</source>
        <translation>bifurcación</translation>
    </message>
    <message>
        <source>other kind</source>
        <translation>otra clase</translation>
    </message>
    <message>
        <source>Number %1, %2, %3 degrees.</source>
        <translation>Número %1, %2, %3 grados.</translation>
    </message>
    <message>
        <source>own pair</source>
        <translation>par suyo</translation>
    </message>
    <message>
        <source>the machine&apos;s, numbered</source>
        <translation>de la máquina, numeradas</translation>
    </message>
    <message>
        <source>minutia of that print alone</source>
        <translation>minucia de esa huella sola</translation>
    </message>
    <message>
        <source>Pairing: a minutia of either print</source>
        <translation>Emparejar: una minucia de cualquiera de las dos</translation>
    </message>
    <message>
        <source>Pairing: the same minutia of the probe</source>
        <translation>Emparejar: la misma minucia en la muestra</translation>
    </message>
    <message>
        <source>Pairing: the same minutia of the reference</source>
        <translation>Emparejar: la misma minucia en la referencia</translation>
    </message>
    <message>
        <source>click, or arrow keys and Enter; Esc ends</source>
        <translation>clic, o flechas e Intro; Esc termina</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::FingerDocumentSession</name>
    <message>
        <source>document</source>
        <translation>documento</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::FingerPage</name>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>The image as captured (T changes the layer)</source>
        <translation>La imagen como se capturó (T cambia la capa)</translation>
    </message>
    <message>
        <source>Enhanced</source>
        <translation>Realzada</translation>
    </message>
    <message>
        <source>Ridges as the machine enhanced them (T changes the layer)</source>
        <translation>Crestas como las realzó la máquina (T cambia la capa)</translation>
    </message>
    <message>
        <source>Skeleton</source>
        <translation>Esqueleto</translation>
    </message>
    <message>
        <source>Ridges one pixel wide (T changes the layer)</source>
        <translation>Crestas de un píxel (T cambia la capa)</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Enlazadas</translation>
    </message>
    <message>
        <source>Both views move together (L)</source>
        <translation>Las dos vistas se mueven juntas (L)</translation>
    </message>
    <message>
        <source>Reference aligned</source>
        <translation>Referencia alineada</translation>
    </message>
    <message>
        <source>Quality map</source>
        <translation>Mapa de calidad</translation>
    </message>
    <message>
        <source>Where ridges are clear and where they are not</source>
        <translation>Dónde las crestas son claras y dónde no</translation>
    </message>
    <message>
        <source>Fit (0)</source>
        <translation>Ajustar (0)</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marcar</translation>
    </message>
    <message>
        <source>Mark a minutia (M), a core (N) or a delta (D)</source>
        <translation>Marcar una minucia (M), un núcleo (N) o un delta (D)</translation>
    </message>
    <message>
        <source>One pair fewer (−)</source>
        <translation>Una pareja menos (−)</translation>
    </message>
    <message>
        <source>One pair more (+)</source>
        <translation>Una pareja más (+)</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>Lines between pairs</source>
        <translation>Líneas entre parejas</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Elegida</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Pairs of minutiae: the finger canvas in words</source>
        <translation>Parejas de minucias: el lienzo de huellas en palabras</translation>
    </message>
    <message>
        <source>I see the same minutia in both (A)</source>
        <translation>Veo la misma minucia en las dos (A)</translation>
    </message>
    <message>
        <source>Cannot say (Q)</source>
        <translation>No se puede decir (Q)</translation>
    </message>
    <message>
        <source>Examiner&apos;s marks</source>
        <translation>Marcas del examinador</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>Solo las mías</translation>
    </message>
    <message>
        <source>Unlinked</source>
        <translation>Sueltas</translation>
    </message>
    <message>
        <source>Reference aligned %1°</source>
        <extracomment>%1 is the angle by which the reference was turned, with its sign</extracomment>
        <translation>Referencia alineada %1°</translation>
    </message>
    <message>
        <source>Align reference</source>
        <translation>Alinear referencia</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Pair %1</source>
        <translation>Pareja %1</translation>
    </message>
    <message>
        <source>No pair chosen</source>
        <translation>Ninguna pareja elegida</translation>
    </message>
    <message>
        <source>Core</source>
        <translation>Núcleo</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Minutia</source>
        <translation>Minucia</translation>
    </message>
    <message>
        <source>%1: %2 on the probe, %3 on the reference</source>
        <translation>%1: %2 en la muestra, %3 en la referencia</translation>
    </message>
    <message>
        <source>None yet. M minutia, N core, D delta.</source>
        <translation>Aún ninguna. M minucia, N núcleo, D delta.</translation>
    </message>
    <message>
        <source>Lay the reference on the probe: by two or more of your own pairs, after reveal by the machine&apos;s</source>
        <translation>Poner la referencia sobre la muestra: con dos o más pares suyos; tras revelar, con los de la máquina</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Emparejar</translation>
    </message>
    <message>
        <source>Pair a minutia of each print (E)</source>
        <translation>Emparejar una minucia de cada huella (E)</translation>
    </message>
    <message>
        <source>Own pairs</source>
        <translation>Pares propios</translation>
    </message>
    <message>
        <source>How many of the machine&apos;s pairs are shown</source>
        <translation>Cuántos pares de la máquina se muestran</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Segura</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Dudosa</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>These two are not a pair (Delete)</source>
        <translation>Estas dos no son par (Supr)</translation>
    </message>
    <message>
        <source>Yours, then the machine&apos;s by deviation.</source>
        <translation>Los suyos y luego los de la máquina, por desviación.</translation>
    </message>
    <message>
        <source>Only yours; the machine&apos;s come with the reveal. E pairs two minutiae.</source>
        <translation>Solo los suyos; los de la máquina, al revelar. E empareja dos minucias.</translation>
    </message>
    <message>
        <source>Align by own pairs</source>
        <translation>Alinear con pares propios</translation>
    </message>
    <message>
        <source>+ %1 of %2 of the machine</source>
        <translation>+ %1 de %2 de la máquina</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusión</translation>
    </message>
    <message>
        <source>Go to the conclusion</source>
        <translation>Pasar a la conclusión</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::FingerSession</name>
    <message>
        <source>Reference %1</source>
        <translation>Referencia %1</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::LightMenu</name>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>Muestra</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Candidato</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Brillo</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>The image itself is not changed; the setting is kept with your notes.</source>
        <translation>La imagen no cambia; el ajuste se guarda con sus notas.</translation>
    </message>
    <message>
        <source>As captured</source>
        <translation>Como se capturó</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::PairModel</name>
    <message>
        <source>end.</source>
        <extracomment>Kinds of minutiae, short forms in a table: ridge ending, bifurcation, other</extracomment>
        <translation>term.</translation>
    </message>
    <message>
        <source>bif.</source>
        <translation>bif.</translation>
    </message>
    <message>
        <source>other</source>
        <translation>otra</translation>
    </message>
    <message>
        <source>ending</source>
        <translation>terminación</translation>
    </message>
    <message>
        <source>bifurcation</source>
        <translation>bifurcación</translation>
    </message>
    <message>
        <source>other kind</source>
        <translation>otra clase</translation>
    </message>
    <message>
        <source>%1 at %2 degrees</source>
        <translation>%1 a %2 grados</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rechazada</translation>
    </message>
    <message>
        <source>doubtful</source>
        <extracomment>The examiner&apos;s judgement of an own pair</extracomment>
        <translation>dudosa</translation>
    </message>
    <message>
        <source>No.</source>
        <extracomment>Number of a pair</extracomment>
        <translation>N.º</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>Muestra</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Dev. px</source>
        <extracomment>Deviation in pixels</extracomment>
        <translation>Desv. px</translation>
    </message>
    <message>
        <source>machine</source>
        <extracomment>Who holds two minutiae for the same one: the machine alone</extracomment>
        <translation>máquina</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>segura</translation>
    </message>
    <message>
        <source>%1, machine too</source>
        <extracomment>%1 is the examiner&apos;s judgement of a pair that the machine found too</extracomment>
        <translation>%1, también la máquina</translation>
    </message>
    <message>
        <source>Pair %1: probe %2, reference %3, %4</source>
        <translation>Par %1: muestra %2, referencia %3, %4</translation>
    </message>
    <message>
        <source>deviation %1 pixels</source>
        <translation>desviación de %1 píxeles</translation>
    </message>
    <message>
        <source>Judgement</source>
        <translation>Juicio</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::PrintBench</name>
    <message>
        <source>%1 ppi %2</source>
        <translation>%1 ppi %2</translation>
    </message>
    <message>
        <source>resolution unknown</source>
        <translation>resolución desconocida</translation>
    </message>
    <message numerus="yes">
        <source>%n minutia(e)</source>
        <translation>
            <numerusform>%n minucia</numerusform>
            <numerusform>%n minucias</numerusform>
        </translation>
    </message>
    <message>
        <source>This case has no sample of this finger.</source>
        <translation>Este caso no tiene muestra de este dedo.</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>Muestra</translation>
    </message>
    <message>
        <source>%1 has no print of this finger.</source>
        <translation>%1 no tiene huella de este dedo.</translation>
    </message>
    <message>
        <source>The machine found no pairs.</source>
        <translation>La máquina no halló pares.</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::Protocol</name>
    <message>
        <source>Concluded %1</source>
        <translation>Concluido %1</translation>
    </message>
    <message>
        <source>Revealed %1 by you · recorded act</source>
        <translation>Revelado %1 por usted · acto registrado</translation>
    </message>
    <message numerus="yes">
        <source>%n candidate(s) to see</source>
        <translation>
            <numerusform>falta %n candidato por ver</numerusform>
            <numerusform>faltan %n candidatos por ver</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conclusion(s) to save</source>
        <translation>
            <numerusform>falta %n conclusión por guardar</numerusform>
            <numerusform>faltan %n conclusiones por guardar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n rostro</numerusform>
            <numerusform>%n rostros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fingerprint(s)</source>
        <translation>
            <numerusform>%n huella</numerusform>
            <numerusform>%n huellas</numerusform>
        </translation>
    </message>
    <message>
        <source>Concluded %1 by you · to be read</source>
        <translation>Concluido por usted %1 · para leer</translation>
    </message>
    <message>
        <source>Concluded %1 by %2 · to be read</source>
        <translation>Concluido %1 por %2 · para leer</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::ProtocolBar</name>
    <message>
        <source>Analysis of the probe</source>
        <translation>Análisis de la muestra</translation>
    </message>
    <message>
        <source>Comparison of candidates</source>
        <translation>Cotejo de candidatos</translation>
    </message>
    <message>
        <source>Provisional conclusions</source>
        <translation>Conclusiones provisionales</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Revelar</translation>
    </message>
    <message>
        <source>Conclude</source>
        <translation>Concluir</translation>
    </message>
    <message>
        <source>Conclude and send to verification</source>
        <translation>Concluir y enviar a verificación</translation>
    </message>
    <message>
        <source>Reveal scores</source>
        <translation>Revelar puntuaciones</translation>
    </message>
    <message>
        <source>Which examination</source>
        <translation>Qué examen</translation>
    </message>
    <message>
        <source>Whose notes are shown</source>
        <translation>De quién son las notas</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Qué se muestra</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Cotejo</translation>
    </message>
    <message>
        <source>The samples with marks and pairs, as examined</source>
        <translation>Las muestras con marcas y pares, como se examinaron</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Puntuaciones</translation>
    </message>
    <message>
        <source>What the machine says, after the reveal</source>
        <translation>Lo que dice la máquina, tras revelar</translation>
    </message>
    <message>
        <source>Analysis of the live sample</source>
        <translation>Análisis de la muestra en vivo</translation>
    </message>
    <message>
        <source>Document beside it</source>
        <translation>Documento al lado</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusión</translation>
    </message>
    <message>
        <source>Show the document&apos;s sample</source>
        <translation>Mostrar la muestra del documento</translation>
    </message>
    <message>
        <source>Reveal the score</source>
        <translation>Revelar la puntuación</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::RevealPanel</name>
    <message>
        <source>Probe and candidate %1</source>
        <translation>Muestra y candidato %1</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>Muestra</translation>
    </message>
    <message>
        <source>now with a name</source>
        <translation>ahora con nombre</translation>
    </message>
    <message>
        <source>Conclusion changed after reveal</source>
        <translation>Conclusión cambiada después de revelar</translation>
    </message>
    <message>
        <source>Why the conclusion changed, required</source>
        <translation>Por qué cambió la conclusión, obligatorio</translation>
    </message>
    <message>
        <source>Why it changed: required</source>
        <translation>Por qué cambió: obligatorio</translation>
    </message>
    <message>
        <source>List and issuer</source>
        <translation>Lista y emisor</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Evidence grade</source>
        <translation>Grado de evidencia</translation>
    </message>
    <message>
        <source>Review before</source>
        <translation>Revisar antes de</translation>
    </message>
    <message>
        <source>Caveats</source>
        <translation>Advertencias</translation>
    </message>
    <message>
        <source>The entry proves nothing by itself: confirm with the issuer before acting.</source>
        <translation>La entrada no prueba nada por sí sola: confirme con el emisor antes de actuar.</translation>
    </message>
    <message>
        <source>Final conclusion</source>
        <translation>Conclusión final</translation>
    </message>
    <message>
        <source>Candidates with their scores, by rank</source>
        <translation>Candidatos con su puntuación, por posición</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Blind verification</source>
        <translation>Verificación a ciegas</translation>
    </message>
    <message>
        <source>another examiner, another order</source>
        <translation>otro examinador, otro orden</translation>
    </message>
    <message>
        <source>Release guard</source>
        <translation>Guarda de liberación</translation>
    </message>
    <message>
        <source>once identity is resolved</source>
        <translation>al resolver la identidad</translation>
    </message>
    <message>
        <source>Confirmation by the issuer</source>
        <translation>Confirmación del emisor</translation>
    </message>
    <message>
        <source>before anyone acts</source>
        <translation>antes de actuar</translation>
    </message>
    <message>
        <source>Disposition</source>
        <translation>Disposición</translation>
    </message>
    <message>
        <source>an officer proposes it</source>
        <translation>la propone un oficial</translation>
    </message>
    <message>
        <source>You conclude, not the machine.</source>
        <translation>Concluye usted, no la máquina.</translation>
    </message>
    <message>
        <source>Scores of another model do not compare with these.</source>
        <translation>Las puntuaciones de otro modelo no se comparan con estas.</translation>
    </message>
    <message>
        <source>Candidates below the threshold are listed because they were among the nearest.</source>
        <translation>Los candidatos bajo el umbral figuran por estar entre los más próximos.</translation>
    </message>
    <message>
        <source>Conclusion · %1</source>
        <translation>Conclusión · %1</translation>
    </message>
    <message>
        <source>Conclusion · %1, as concluded</source>
        <translation>Conclusión · %1, como se concluyó</translation>
    </message>
    <message>
        <source>Conclusion changed after reveal · %1</source>
        <translation>Conclusión cambiada después de revelar · %1</translation>
    </message>
    <message>
        <source>Both stay in the record with their times, and audit sees them so. The second examiner sees neither.</source>
        <translation>Quedan las dos, con su hora, y así las verá la auditoría. El segundo examinador no verá ninguna.</translation>
    </message>
    <message>
        <source>Exclusion</source>
        <translation>Exclusión</translation>
    </message>
    <message>
        <source>Support
different</source>
        <translation>Apoyo a
distintas</translation>
    </message>
    <message>
        <source>Incon-
clusive</source>
        <translation>No con-
cluyente</translation>
    </message>
    <message>
        <source>Support
same</source>
        <translation>Apoyo a
la misma</translation>
    </message>
    <message>
        <source>“Different” or “inconclusive”: letting the person go then needs a supervisor.</source>
        <translation>«Distinta» o «no concluyente» impide dejar pasar a esta persona sin más trámite.</translation>
    </message>
    <message>
        <source>The score changes nothing of what you concluded; both stay in the record.</source>
        <translation>La puntuación no cambia lo que usted concluyó; ambas quedan en el registro.</translation>
    </message>
    <message>
        <source>Identifi-
cation</source>
        <translation>Identifi-
cación</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::ReviewPage</name>
    <message>
        <source>Provisional conclusion · %1</source>
        <translation>Conclusión provisional · %1</translation>
    </message>
    <message>
        <source>Conclusion · document</source>
        <translation>Conclusión · documento</translation>
    </message>
    <message>
        <source>Conclusion · %1</source>
        <translation>Conclusión · %1</translation>
    </message>
    <message>
        <source>Side panel: pairs or features, conclusion, quality (F6)</source>
        <translation>Panel lateral: pares o rasgos, conclusión, calidad (F6)</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::ScoreCard</name>
    <message>
        <source>%1 million</source>
        <translation>%1 millones</translation>
    </message>
    <message>
        <source>%1 in 100</source>
        <translation>%1 de cada 100</translation>
    </message>
    <message>
        <source>1 in %1</source>
        <translation>1 de cada %1</translation>
    </message>
    <message>
        <source>Score and calibration</source>
        <translation>Puntuación y calibración</translation>
    </message>
    <message>
        <source>set %1 · report %2</source>
        <translation>conjunto %1 · informe %2</translation>
    </message>
    <message>
        <source>set %1 · no calibration report</source>
        <translation>conjunto %1 · sin informe de calibración</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>como mucho %1</translation>
    </message>
    <message>
        <source>pairs of different persons reaches %1 or more</source>
        <translation>pares de personas distintas llega a %1 o más</translation>
    </message>
    <message>
        <source>pairs of different fingers reaches %1 or more</source>
        <translation>pares de dedos distintos llega a %1 o más</translation>
    </message>
    <message>
        <source>pairs of the same person stay below it</source>
        <translation>pares de la misma persona quedan por debajo</translation>
    </message>
    <message>
        <source>pairs of the same finger stay below it</source>
        <translation>pares del mismo dedo quedan por debajo</translation>
    </message>
    <message>
        <source>pairs of different sources in the report; %1 of the same</source>
        <translation>pares de distinto origen en el informe; %1 del mismo</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::ScoreChart</name>
    <message>
        <source>Score and calibration</source>
        <translation>Puntuación y calibración</translation>
    </message>
    <message>
        <source>This pair scores %1; the threshold is %2.</source>
        <translation>Este par puntúa %1; el umbral es %2.</translation>
    </message>
    <message>
        <source>different persons</source>
        <translation>personas distintas</translation>
    </message>
    <message>
        <source>same person</source>
        <translation>misma persona</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>umbral %1</translation>
    </message>
    <message>
        <source>this pair %1</source>
        <translation>este par %1</translation>
    </message>
    <message>
        <source>The calibration report holds no distributions.</source>
        <translation>El informe de calibración no trae distribuciones.</translation>
    </message>
    <message>
        <source>different fingers</source>
        <translation>dedos distintos</translation>
    </message>
    <message>
        <source>same finger</source>
        <translation>mismo dedo</translation>
    </message>
    <message>
        <source>This pair scores %1; no report supports a threshold.</source>
        <translation>Este par puntúa %1; ningún informe respalda un umbral.</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::ScoreModel</name>
    <message>
        <source>the same</source>
        <extracomment>The conclusion before reveal is the same as the one now</extracomment>
        <translation>igual</translation>
    </message>
    <message>
        <source>Candidate %1: %2, before reveal %3, score %4, rank %5</source>
        <translation>Candidato %1: %2, antes de revelar %3, puntuación %4, posición %5</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusión</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>Provisional</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Rank</source>
        <extracomment>Rank in the candidate list, a narrow column</extracomment>
        <translation>Pos.</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::SidePanel</name>
    <message>
        <source>Part of the side panel</source>
        <translation>Parte del panel lateral</translation>
    </message>
</context>
<context>
    <name>cotejo::compare::ToolBar</name>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
</context>
<context>
    <name>cotejo::desktop::Tour</name>
    <message>
        <source>Frontal, even light; both prints clear, cores and deltas visible.</source>
        <translation>Frontal, luz pareja; las dos huellas nítidas, núcleos y deltas visibles.</translation>
    </message>
    <message>
        <source>Twelve points agree; the lower third is smudged.</source>
        <translation>Doce puntos concuerdan; el tercio inferior está corrido.</translation>
    </message>
    <message>
        <source>The delta of the reference is blurred.</source>
        <translation>El delta de la referencia está borroso.</translation>
    </message>
    <message>
        <source>Frontal, even light, sharp.</source>
        <translation>De frente, luz pareja, nítido.</translation>
    </message>
</context>
<context>
    <name>cotejo::help::HelpPage</name>
    <message>
        <source>Handbook</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>Volver adonde estaba</translation>
    </message>
    <message>
        <source>Contents of the handbook</source>
        <translation>Índice del manual</translation>
    </message>
    <message>
        <source>Text of the handbook</source>
        <translation>Texto del manual</translation>
    </message>
</context>
<context>
    <name>cotejo::intake_ui::Contents</name>
    <message>
        <source>Face</source>
        <translation>Rostro</translation>
    </message>
    <message>
        <source>Finger, position not told</source>
        <translation>Dedo, posición no indicada</translation>
    </message>
    <message>
        <source>Several fingers</source>
        <translation>Varios dedos</translation>
    </message>
    <message>
        <source>Palm</source>
        <translation>Palma</translation>
    </message>
    <message>
        <source>Latent print</source>
        <translation>Huella latente</translation>
    </message>
    <message>
        <source>Iris</source>
        <translation>Iris</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 píxeles</translation>
    </message>
    <message>
        <source>%1 ppi</source>
        <translation>%1 ppi</translation>
    </message>
    <message>
        <source>resolution unknown</source>
        <translation>resolución desconocida</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sin nombre</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>nacimiento %1</translation>
    </message>
    <message>
        <source>document %1</source>
        <translation>documento %1</translation>
    </message>
    <message>
        <source>also %1</source>
        <translation>también %1</translation>
    </message>
    <message numerus="yes">
        <source>%n check digit(s) wrong</source>
        <translation>
            <numerusform>%n dígito de control incorrecto</numerusform>
            <numerusform>%n dígitos de control incorrectos</numerusform>
        </translation>
    </message>
    <message>
        <source>check digits hold</source>
        <translation>los dígitos de control son correctos</translation>
    </message>
    <message numerus="yes">
        <source>%n repair(s) proposed</source>
        <translation>
            <numerusform>%n corrección propuesta</numerusform>
            <numerusform>%n correcciones propuestas</numerusform>
        </translation>
    </message>
    <message>
        <source>protection document</source>
        <translation>documento de protección</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Campos</translation>
    </message>
    <message>
        <source>Finger</source>
        <translation>Dedo</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>no comprobada</translation>
    </message>
    <message>
        <source>taken %1 (says %2)</source>
        <translation>tomada %1 (según %2)</translation>
    </message>
    <message>
        <source>issued by %1</source>
        <translation>emitido por %1</translation>
    </message>
</context>
<context>
    <name>cotejo::intake_ui::ContentsCard</name>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Images of the chosen file</source>
        <translation>Imágenes del archivo elegido</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Contents of the chosen file</source>
        <translation>Contenido del archivo elegido</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Minutiae</source>
        <translation>Minucias</translation>
    </message>
    <message numerus="yes">
        <source>%n minutiae</source>
        <translation>
            <numerusform>%n minucia</numerusform>
            <numerusform>%n minucias</numerusform>
        </translation>
    </message>
    <message>
        <source>Machine-readable zone</source>
        <translation>Zona de lectura mecánica</translation>
    </message>
    <message>
        <source>checked: nothing to object to</source>
        <translation>revisado: nada que objetar</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n hallazgo</numerusform>
            <numerusform>%n hallazgos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::intake_ui::Findings</name>
    <message>
        <source>The sample is marked as an exception: it could not be taken as usual</source>
        <translation>La muestra está marcada como excepción: no pudo tomarse como es habitual</translation>
    </message>
    <message>
        <source>The mapping names a column that is not there</source>
        <translation>La asignación nombra una columna que no existe</translation>
    </message>
    <message>
        <source>The row has another number of cells than the header</source>
        <translation>La fila tiene otro número de celdas que el encabezado</translation>
    </message>
    <message>
        <source>The text is not UTF-8</source>
        <translation>El texto no es UTF-8</translation>
    </message>
    <message>
        <source>The machine-readable zone of the row cannot be read</source>
        <translation>La zona de lectura mecánica de la fila no se puede leer</translation>
    </message>
    <message>
        <source>Extended data of a template is missing or cut; its minutiae are whole</source>
        <translation>Faltan o están cortados los datos ampliados de una plantilla; sus minucias están completas</translation>
    </message>
    <message>
        <source>A minutia lies outside of its image</source>
        <translation>Una minucia queda fuera de su imagen</translation>
    </message>
    <message>
        <source>A view of a finger is not as the format defines it</source>
        <translation>Una vista de un dedo no es como la define el formato</translation>
    </message>
    <message>
        <source>The number of views is not the one that is stated</source>
        <translation>El número de vistas no es el indicado</translation>
    </message>
    <message>
        <source>Face or finger was told by the colour</source>
        <translation>Rostro o dedo se distinguió por el color</translation>
    </message>
    <message>
        <source>The file is no image</source>
        <translation>El archivo no es una imagen</translation>
    </message>
    <message>
        <source>Kept, but not compared</source>
        <translation>Se conserva, pero no se coteja</translation>
    </message>
    <message>
        <source>Not a single finger: kept, but not compared</source>
        <translation>No es un solo dedo: se conserva, pero no se coteja</translation>
    </message>
    <message>
        <source>A picture that the table names lies outside of its folder</source>
        <translation>Una imagen que nombra la tabla está fuera de su carpeta</translation>
    </message>
    <message>
        <source>The resolution of a fingerprint is not known</source>
        <translation>No se conoce la resolución de una huella</translation>
    </message>
    <message>
        <source>The image is kept, but cannot be shown</source>
        <translation>La imagen se conserva, pero no se puede mostrar</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>El archivo no se puede leer</translation>
    </message>
    <message>
        <source>The image cannot be decoded</source>
        <translation>La imagen no se puede decodificar</translation>
    </message>
    <message>
        <source>A picture of a file with several cannot be read</source>
        <translation>Una imagen de un archivo con varias no se puede leer</translation>
    </message>
    <message>
        <source>The file holds several pictures; each is an image of its own</source>
        <translation>El archivo contiene varias imágenes; cada una es una imagen propia</translation>
    </message>
    <message>
        <source>A part of the image is missing; what is there is shown</source>
        <translation>Falta una parte de la imagen; se muestra lo que hay</translation>
    </message>
    <message>
        <source>Previews and masks of other pictures are left out</source>
        <translation>Se omiten vistas previas y máscaras de otras imágenes</translation>
    </message>
    <message>
        <source>What stands around an image contradicts what it is</source>
        <translation>Lo que acompaña a una imagen contradice lo que es</translation>
    </message>
    <message>
        <source>The decision does not name both operators</source>
        <translation>La decisión no nombra a los dos operadores</translation>
    </message>
    <message>
        <source>Both operators are the same person</source>
        <translation>Los dos operadores son la misma persona</translation>
    </message>
    <message>
        <source>Blanks or small letters were put right in reading</source>
        <translation>Al leer se corrigieron espacios o minúsculas</translation>
    </message>
    <message>
        <source>A check digit is wrong</source>
        <translation>Un dígito de control es incorrecto</translation>
    </message>
    <message>
        <source>The document is of a refugee or a stateless person</source>
        <translation>El documento es de una persona refugiada o apátrida</translation>
    </message>
    <message>
        <source>The name may be cut off</source>
        <translation>El nombre puede estar cortado</translation>
    </message>
    <message>
        <source>The list of records does not agree with the file</source>
        <translation>La lista de registros no concuerda con el archivo</translation>
    </message>
    <message>
        <source>The number of minutiae is not the one that is stated</source>
        <translation>El número de minucias no es el indicado</translation>
    </message>
    <message>
        <source>The hash of the image is wrong: its bytes were changed</source>
        <translation>El hash de la imagen no coincide: sus bytes cambiaron</translation>
    </message>
    <message>
        <source>The number of a record is not the announced one</source>
        <translation>El número de un registro no es el anunciado</translation>
    </message>
    <message>
        <source>The length of a record is wrong</source>
        <translation>La longitud de un registro es incorrecta</translation>
    </message>
    <message>
        <source>A mandatory field is missing</source>
        <translation>Falta un campo obligatorio</translation>
    </message>
    <message>
        <source>Some minutiae are not as their block defines them</source>
        <translation>Algunas minucias no son como las define su bloque</translation>
    </message>
    <message>
        <source>Minutiae lie outside of their image</source>
        <translation>Hay minucias fuera de su imagen</translation>
    </message>
    <message>
        <source>The pose is not a defined one</source>
        <translation>La pose no es una de las definidas</translation>
    </message>
    <message>
        <source>A separator is missing or out of place</source>
        <translation>Falta un separador o está fuera de lugar</translation>
    </message>
    <message>
        <source>A field number is missing or out of place</source>
        <translation>Falta un número de campo o está fuera de lugar</translation>
    </message>
    <message>
        <source>A field stands twice</source>
        <translation>Un campo aparece dos veces</translation>
    </message>
    <message>
        <source>The type of a record is not a defined one</source>
        <translation>El tipo de un registro no es uno de los definidos</translation>
    </message>
    <message>
        <source>A part of the file cannot be told apart</source>
        <translation>Una parte del archivo no se puede distinguir</translation>
    </message>
    <message>
        <source>A block of the record is kept, but not read</source>
        <translation>Un bloque del registro se conserva, pero no se lee</translation>
    </message>
    <message>
        <source>The version is not a known one</source>
        <translation>La versión no es conocida</translation>
    </message>
    <message>
        <source>A list of candidates names people by number only</source>
        <translation>Una lista de candidatos nombra a las personas solo por número</translation>
    </message>
    <message>
        <source>A country code is not a known one</source>
        <translation>Un código de país no es conocido</translation>
    </message>
    <message>
        <source>Which finger is missing is not told</source>
        <translation>No se indica qué dedo falta</translation>
    </message>
    <message>
        <source>A damaged finger counts as not captured</source>
        <translation>Un dedo dañado cuenta como no capturado</translation>
    </message>
    <message>
        <source>Type and sub-type contradict each other</source>
        <translation>El tipo y el subtipo se contradicen</translation>
    </message>
    <message>
        <source>The PDF is damaged and was read as far as possible</source>
        <translation>El PDF está dañado y se leyó hasta donde fue posible</translation>
    </message>
    <message>
        <source>A page of the PDF gives no picture</source>
        <translation>Una página del PDF no da ninguna imagen</translation>
    </message>
    <message>
        <source>A picture of the PDF cannot be taken out</source>
        <translation>Una imagen del PDF no se puede extraer</translation>
    </message>
    <message>
        <source>Very small pictures are left out</source>
        <translation>Se omiten las imágenes muy pequeñas</translation>
    </message>
    <message>
        <source>A picture is stored turned and is not set upright</source>
        <translation>Una imagen está guardada girada y no se endereza</translation>
    </message>
    <message>
        <source>What is meant stands elsewhere and is not fetched</source>
        <translation>Lo aludido está en otro lugar y no se descarga</translation>
    </message>
    <message>
        <source>The coding of the image is not the stated or a known one</source>
        <translation>La codificación de la imagen no es la indicada o no es conocida</translation>
    </message>
    <message>
        <source>A code is not a known one</source>
        <translation>Un código no es conocido</translation>
    </message>
    <message>
        <source>A date is not one, or not in the expected form</source>
        <translation>Una fecha no lo es o no tiene la forma esperada</translation>
    </message>
    <message>
        <source>No usable name</source>
        <translation>No hay un nombre utilizable</translation>
    </message>
    <message>
        <source>The sex is not stated in a known way</source>
        <translation>El sexo no está indicado de forma conocida</translation>
    </message>
    <message>
        <source>The position of the finger is missing or not a defined one</source>
        <translation>Falta la posición del dedo o no es una de las definidas</translation>
    </message>
    <message>
        <source>The resolution is missing or not in the expected form</source>
        <translation>Falta la resolución o no tiene la forma esperada</translation>
    </message>
    <message>
        <source>Sizes contradict each other</source>
        <translation>Los tamaños se contradicen</translation>
    </message>
    <message>
        <source>The image is missing or not what the record says</source>
        <translation>Falta la imagen o no es lo que dice el registro</translation>
    </message>
    <message>
        <source>There is more than is read</source>
        <translation>Hay más de lo que se lee</translation>
    </message>
    <message>
        <source>The file or a record of it is cut short</source>
        <translation>El archivo o uno de sus registros está cortado</translation>
    </message>
    <message>
        <source>There is nothing in it</source>
        <translation>No contiene nada</translation>
    </message>
    <message>
        <source>The length is not the stated one</source>
        <translation>La longitud no es la indicada</translation>
    </message>
    <message>
        <source>The length of a representation is not the stated one</source>
        <translation>La longitud de una representación no es la indicada</translation>
    </message>
    <message>
        <source>Bytes are left over</source>
        <translation>Sobran bytes</translation>
    </message>
    <message>
        <source>record %1</source>
        <translation>registro %1</translation>
    </message>
    <message>
        <source>view %1</source>
        <translation>vista %1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>línea %1</translation>
    </message>
    <message>
        <source>Type-%1</source>
        <translation>Tipo %1</translation>
    </message>
    <message>
        <source>A value is of another kind than the format has there</source>
        <translation>Un valor es de otra clase que la que prevé el formato</translation>
    </message>
    <message>
        <source>Something that the format wants is missing</source>
        <translation>Falta algo que exige el formato</translation>
    </message>
    <message>
        <source>Something that the format does not have; it is kept</source>
        <translation>Algo que el formato no tiene; se conserva</translation>
    </message>
    <message>
        <source>The text of an image is damaged</source>
        <translation>El texto de una imagen está dañado</translation>
    </message>
    <message>
        <source>The text of an image is wrapped in an unusual way; it is read</source>
        <translation>El texto de una imagen viene envuelto de forma poco común; se lee</translation>
    </message>
    <message>
        <source>The data share has expired</source>
        <translation>El acceso a los datos ha caducado</translation>
    </message>
    <message>
        <source>Nobody to compare with is named</source>
        <translation>No se nombra a nadie con quien comparar</translation>
    </message>
    <message>
        <source>A number is not the one that is stated</source>
        <translation>Un número no es el indicado</translation>
    </message>
    <message>
        <source>A field that the agreement asks for is missing</source>
        <translation>Falta un campo que el acuerdo exige</translation>
    </message>
    <message>
        <source>The kind of transaction is not agreed</source>
        <translation>El tipo de transacción no está acordado</translation>
    </message>
    <message>
        <source>Hard blanks and invisible characters were left out</source>
        <translation>Se omitieron espacios duros y caracteres invisibles</translation>
    </message>
    <message>
        <source>Two columns say it differently</source>
        <translation>Dos columnas lo dicen de forma distinta</translation>
    </message>
    <message>
        <source>Names of countries were read as codes</source>
        <translation>Los nombres de países se leyeron como códigos</translation>
    </message>
    <message>
        <source>The year is of another calendar</source>
        <translation>El año es de otro calendario</translation>
    </message>
    <message>
        <source>The day of birth is still to come</source>
        <translation>El día de nacimiento aún no ha llegado</translation>
    </message>
    <message>
        <source>A number of a spreadsheet stands for a date</source>
        <translation>Un número de hoja de cálculo ocupa el lugar de una fecha</translation>
    </message>
    <message>
        <source>A time of day may have moved the date</source>
        <translation>Una hora puede haber desplazado la fecha</translation>
    </message>
    <message>
        <source>A line without cells was left out</source>
        <translation>Se omitió una línea sin celdas</translation>
    </message>
    <message>
        <source>Cells at the end of a row are missing or empty</source>
        <translation>Al final de una fila faltan celdas o están vacías</translation>
    </message>
    <message>
        <source>The table states its separator</source>
        <translation>La tabla indica su separador</translation>
    </message>
    <message>
        <source>What stands for the sex has two meanings</source>
        <translation>Lo que indica el sexo tiene dos significados</translation>
    </message>
    <message>
        <source>The column of the sex was read as a whole</source>
        <translation>La columna del sexo se leyó en conjunto</translation>
    </message>
    <message>
        <source>Lines above the header were kept as titles</source>
        <translation>Las líneas sobre el encabezado se conservaron como títulos</translation>
    </message>
    <message>
        <source>The files of a folder say it differently</source>
        <translation>Los archivos de una carpeta lo dicen de forma distinta</translation>
    </message>
    <message>
        <source>The file tells of several people</source>
        <translation>El archivo trata de varias personas</translation>
    </message>
    <message>
        <source>The date of birth is partly or wholly unknown</source>
        <translation>La fecha de nacimiento se desconoce en parte o del todo</translation>
    </message>
    <message>
        <source>The year of birth has two digits, and both centuries fit</source>
        <translation>El año de nacimiento tiene dos cifras y encajan ambos siglos</translation>
    </message>
    <message>
        <source>Born after the document expired</source>
        <translation>Nacimiento posterior al vencimiento del documento</translation>
    </message>
    <message>
        <source>A line of the machine-readable zone is not whole</source>
        <translation>Una línea de la zona de lectura mecánica no está completa</translation>
    </message>
    <message>
        <source>A national document, read by its own rules</source>
        <translation>Un documento nacional, leído según sus propias reglas</translation>
    </message>
    <message>
        <source>Not laid out as Doc 9303: not checked</source>
        <translation>No tiene la disposición del Doc 9303: no comprobada</translation>
    </message>
    <message>
        <source>«%1» was taken, «%2» was not. State in a mapping file which column counts.</source>
        <translation>Se tomó «%1» y no «%2». Indique en un archivo de correspondencias qué columna cuenta.</translation>
    </message>
    <message>
        <source>«%1» is no code of a country and no country by name. Compare it with the document, or state under “values” in a mapping file what it means.</source>
        <translation>«%1» no es código ni nombre de ningún país. Compárelo con el documento, o indique en “values” de un archivo de correspondencias qué significa.</translation>
    </message>
    <message>
        <source>Names and short codes were read as three-letter codes, such as «%1» as %2.</source>
        <translation>Nombres y códigos cortos se leyeron como códigos de tres letras, por ejemplo «%1» como %2.</translation>
    </message>
    <message>
        <source>The row has %1 cells, the header %2, and is left out. A text with the separator in it stands in quotation marks.</source>
        <translation>La fila tiene %1 celdas y el encabezado %2; se omite. Un texto que contiene el separador va entre comillas.</translation>
    </message>
    <message>
        <source>«%1» is no date of the expected form. State “dateFormat” in a mapping file, or correct the cell.</source>
        <translation>«%1» no es una fecha de la forma esperada. Indique “dateFormat” en un archivo de correspondencias, o corrija la celda.</translation>
    </message>
    <message>
        <source>«%1» would be %2. State the calendar as “dateFormat” in a mapping file, or correct the cell.</source>
        <translation>«%1» sería %2. Indique el calendario como “dateFormat” en un archivo de correspondencias, o corrija la celda.</translation>
    </message>
    <message>
        <source>«%1» would be %2. State “dateFormat”: “EXCEL” in a mapping file if it is, or correct the cell.</source>
        <translation>«%1» sería %2. Si lo es, indique “dateFormat”: “EXCEL” en un archivo de correspondencias, o corrija la celda.</translation>
    </message>
    <message>
        <source>It was read as %1. Check the accents; if they are wrong, state “encoding” in a mapping file.</source>
        <translation>Se leyó como %1. Revise los acentos; si están mal, indique “encoding” en un archivo de correspondencias.</translation>
    </message>
    <message>
        <source>The row has %1 cells, the header %2. What is missing counts as empty.</source>
        <translation>La fila tiene %1 celdas y el encabezado %2. Lo que falta cuenta como vacío.</translation>
    </message>
    <message>
        <source>The separator «%1» was followed.</source>
        <translation>Se usó el separador «%1».</translation>
    </message>
    <message>
        <source>«%1» counts as X. Correct the cell, or state under “values” in a mapping file what it means.</source>
        <translation>«%1» cuenta como X. Corrija la celda, o indique en “values” de un archivo de correspondencias qué significa.</translation>
    </message>
    <message>
        <source>«%1» is a man in some tables and a woman in others, and nothing in the column tells which. It counts as X. State under “values” in a mapping file what it means.</source>
        <translation>«%1» es un hombre en unas tablas y una mujer en otras, y nada en la columna indica cuál. Cuenta como X. Indique en “values” de un archivo de correspondencias qué significa.</translation>
    </message>
    <message>
        <source>%1. If that is wrong, state “values” in a mapping file.</source>
        <translation>%1. Si no es así, indique “values” en un archivo de correspondencias.</translation>
    </message>
    <message>
        <source>The header stands in line %1.</source>
        <translation>El encabezado está en la línea %1.</translation>
    </message>
    <message>
        <source>«%1» was taken, «%2» was not. Are the files of one person?</source>
        <translation>Se tomó «%1» y no «%2». ¿Son los archivos de una sola persona?</translation>
    </message>
    <message>
        <source>What is known of it: %1</source>
        <translation>Lo que se conoce de ella: %1</translation>
    </message>
    <message>
        <source>%1 was taken, %2 fits as well. Compare with the person.</source>
        <translation>Se tomó %1; también encaja %2. Compare con la persona.</translation>
    </message>
    <message>
        <source>It is %1; the characters read give %2. Compare the line with the printed document.</source>
        <translation>Es %1; los caracteres leídos dan %2. Compare la línea con el documento impreso.</translation>
    </message>
    <message>
        <source>«%1» is not in the lists of ISO 3166 and Doc 9303.</source>
        <translation>«%1» no está en las listas de ISO 3166 ni del Doc 9303.</translation>
    </message>
    <message>
        <source>Line %1 has %2 characters, %3 are needed. Compare with the printed document.</source>
        <translation>La línea %1 tiene %2 caracteres y hacen falta %3. Compare con el documento impreso.</translation>
    </message>
    <message>
        <source>Line %1, place %2 has a character other than A to Z, 0 to 9 and &lt;.</source>
        <translation>La línea %1 tiene en el lugar %2 un carácter distinto de A a Z, 0 a 9 y &lt;.</translation>
    </message>
    <message>
        <source>%1: protection rules apply.</source>
        <translation>%1: rigen las reglas de protección.</translation>
    </message>
    <message>
        <source>The zone stood among other text</source>
        <translation>La zona estaba entre otro texto</translation>
    </message>
    <message>
        <source>The lines of the zone came in another order</source>
        <translation>Las líneas de la zona venían en otro orden</translation>
    </message>
    <message>
        <source>The dates of the table were read as a whole</source>
        <translation>Las fechas de la tabla se leyeron en conjunto</translation>
    </message>
    <message>
        <source>A line of totals names nobody</source>
        <translation>Una línea de totales no nombra a nadie</translation>
    </message>
    <message>
        <source>They were read as %1, the only form that fits all of them. If that is wrong, state “dateFormat” in a mapping file.</source>
        <translation>Se leyeron como %1, la única forma que encaja con todas. Si no es así, indique “dateFormat” en un archivo de correspondencias.</translation>
    </message>
    <message>
        <source>The file is too large to be kept whole</source>
        <translation>El archivo es demasiado grande para conservarse entero</translation>
    </message>
</context>
<context>
    <name>cotejo::intake_ui::ImportPage</name>
    <message>
        <source>Exchange file</source>
        <translation>Archivo de intercambio</translation>
    </message>
    <message>
        <source>Images of one traveler</source>
        <translation>Imágenes de un viajero</translation>
    </message>
    <message>
        <source>Table of travelers</source>
        <translation>Tabla de viajeros</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importado</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>Ya estaba</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Sin usar</translation>
    </message>
    <message>
        <source>Drop files or a folder here: ANSI/NIST-ITL, ISO 19794, OSIA, images, CSV and MRZ lines.</source>
        <translation>Suelte aquí archivos o una carpeta: ANSI/NIST-ITL, ISO 19794, OSIA, imágenes, CSV y líneas MRZ.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Each traveler becomes a case. What was imported before is noticed by its hash.</source>
        <translation>Cada viajero se vuelve un caso. Lo ya importado se reconoce por su huella SHA.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Elegir archivos…</translation>
    </message>
    <message>
        <source>Choose files to import</source>
        <translation>Elegir archivos para importar</translation>
    </message>
    <message>
        <source>Choose a folder to import</source>
        <translation>Elegir una carpeta para importar</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Traveler or file</source>
        <translation>Viajero o archivo</translation>
    </message>
    <message>
        <source>Recognised as</source>
        <translation>Reconocido como</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Muestras</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Case or reason</source>
        <translation>Caso o motivo</translation>
    </message>
    <message>
        <source>Files of the import</source>
        <translation>Archivos de la importación</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Hallazgo</translation>
    </message>
    <message>
        <source>Findings of the chosen file</source>
        <translation>Hallazgos del archivo elegido</translation>
    </message>
    <message>
        <source>For all of them</source>
        <translation>Para todos</translation>
    </message>
    <message>
        <source>Referral reason</source>
        <translation>Motivo de remisión</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>may be set later, case by case</source>
        <translation>se puede fijar después, caso por caso</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Base legal</translation>
    </message>
    <message>
        <source>Colour is a face, gray a finger</source>
        <translation>En color es rostro, en gris es dedo</translation>
    </message>
    <message>
        <source>All are faces</source>
        <translation>Todas son rostros</translation>
    </message>
    <message>
        <source>All are fingerprints</source>
        <translation>Todas son huellas</translation>
    </message>
    <message>
        <source>Images without a description</source>
        <translation>Imágenes sin descripción</translation>
    </message>
    <message>
        <source>not declared</source>
        <translation>sin declarar</translation>
    </message>
    <message>
        <source>Resolution of fingerprints without one, ppi</source>
        <translation>Resolución de las huellas sin ella, ppi</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Progreso de la importación</translation>
    </message>
    <message>
        <source>Each traveler is written whole or not at all. Stopping keeps what is done; the same import goes on behind it.</source>
        <translation>Cada viajero se escribe entero o no se escribe. Al detener se conserva lo hecho; la misma importación sigue detrás.</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>Mirando los archivos…</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>En espera</translation>
    </message>
    <message numerus="yes">
        <source>%n to import</source>
        <translation>
            <numerusform>%n por importar</numerusform>
            <numerusform>%n por importar</numerusform>
        </translation>
    </message>
    <message>
        <source>No file of a known kind was found.</source>
        <translation>No se encontró ningún archivo de clase conocida.</translation>
    </message>
    <message>
        <source>%1 of %2 · %3</source>
        <translation>%1 de %2 · %3</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Empezando…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message numerus="yes">
        <source>Import %n</source>
        <translation>
            <numerusform>Importar %n</numerusform>
            <numerusform>Importar %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>%n importado</numerusform>
            <numerusform>%n importados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n ya estaba</numerusform>
            <numerusform>%n ya estaban</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not used</source>
        <translation>
            <numerusform>%n sin usar</numerusform>
            <numerusform>%n sin usar</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>What was finished stays. The same import goes on behind it.</source>
        <translation>Lo terminado se conserva. La misma importación sigue detrás.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message numerus="yes">
        <source>the first %n</source>
        <translation>
            <numerusform>el primero</numerusform>
            <numerusform>los primeros %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder of one traveler</source>
        <translation>Carpeta de un viajero</translation>
    </message>
    <message>
        <source>Move a file to another traveler…</source>
        <translation>Pasar un archivo a otro viajero…</translation>
    </message>
    <message numerus="yes">
        <source>%n files are left out</source>
        <translation>
            <numerusform>%n archivo se omite</numerusform>
            <numerusform>%n archivos se omiten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 files: %2 read, %3 refused, %4 left out</source>
        <translation>%1 archivos: %2 leídos, %3 rechazados, %4 omitidos</translation>
    </message>
</context>
<context>
    <name>cotejo::intake_ui::NewCasePage</name>
    <message>
        <source>New case</source>
        <translation>Caso nuevo</translation>
    </message>
    <message>
        <source>Type what is known. Nothing is written until the case is opened.</source>
        <translation>Escriba lo que se sepa. No se guarda nada hasta abrir el caso.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Clear everything that was typed</source>
        <translation>Vaciar todo lo escrito</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Back without opening a case</source>
        <translation>Volver sin abrir un caso</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Abrir el caso</translation>
    </message>
    <message>
        <source>Open the case (Ctrl+Return)</source>
        <translation>Abrir el caso (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>Traveler and document</source>
        <translation>Viajero y documento</translation>
    </message>
    <message>
        <source>Machine-readable zone</source>
        <translation>Zona de lectura mecánica</translation>
    </message>
    <message>
        <source>The two or three lines of the document&apos;s machine-readable zone; a reader types them here</source>
        <translation>Las dos o tres líneas de la zona de lectura mecánica; un lector las escribe aquí</translation>
    </message>
    <message>
        <source>Family names</source>
        <translation>Apellidos</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>AAAA-MM-DD</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>Nacionalidad</translation>
    </message>
    <message>
        <source>three letters, such as COL</source>
        <translation>tres letras, como COL</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>Clase de documento</translation>
    </message>
    <message>
        <source>P, I, V…</source>
        <translation>P, I, V…</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Expedido por</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>Número de documento</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Válido hasta</translation>
    </message>
    <message>
        <source>Sex as the document states it</source>
        <translation>Sexo según el documento</translation>
    </message>
    <message>
        <source>Why the person is here</source>
        <translation>Por qué está aquí la persona</translation>
    </message>
    <message>
        <source>Referral reason</source>
        <translation>Motivo de remisión</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>what the counter noticed</source>
        <translation>qué notó la ventanilla</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>may be set later; triage needs it</source>
        <translation>puede fijarse después; el triaje la exige</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Base legal</translation>
    </message>
    <message>
        <source>Face and fingers</source>
        <translation>Rostro y huellas</translation>
    </message>
    <message>
        <source>Add images…</source>
        <translation>Añadir imágenes…</translation>
    </message>
    <message>
        <source>Add images of face and fingers</source>
        <translation>Añadir imágenes de rostro y huellas</translation>
    </message>
    <message>
        <source>Every digit holds</source>
        <translation>Todos los dígitos cuadran</translation>
    </message>
    <message>
        <source>A digit does not hold</source>
        <translation>Un dígito no cuadra</translation>
    </message>
    <message>
        <source>Document of a protected person</source>
        <translation>Documento de una persona protegida</translation>
    </message>
    <message>
        <source>Stateless persons and refugees carry it. Open the case, and press %1 in it if protection is needed.</source>
        <translation>Lo llevan apátridas y refugiados. Abra el caso y pulse %1 en él si se necesita protección.</translation>
    </message>
    <message>
        <source>Compare with the document in your hand</source>
        <translation>Compare con el documento que tiene en la mano</translation>
    </message>
    <message>
        <source>Line %1, character %2: it is “%3”, not “%4”</source>
        <translation>Línea %1, carácter %2: es «%3», no «%4»</translation>
    </message>
    <message>
        <source>The date of birth is not of the form YYYY-MM-DD. Parts that are not known are 00.</source>
        <translation>La fecha de nacimiento no tiene la forma AAAA-MM-DD. Lo que no se sabe es 00.</translation>
    </message>
    <message>
        <source>The date the document is valid until is not of the form YYYY-MM-DD.</source>
        <translation>La fecha de validez del documento no tiene la forma AAAA-MM-DD.</translation>
    </message>
    <message>
        <source>The machine-readable zone is not whole: its lines have 30, 36 or 44 characters. Correct it, or clear it.</source>
        <translation>La zona de lectura mecánica no está completa: sus líneas tienen 30, 36 o 44 caracteres. Corríjala o bórrela.</translation>
    </message>
    <message>
        <source>nationality</source>
        <translation>nacionalidad</translation>
    </message>
    <message>
        <source>issuer</source>
        <translation>expedidor</translation>
    </message>
    <message>
        <source>“%1” is no three-letter code of a country (%2).</source>
        <translation>«%1» no es un código de país de tres letras (%2).</translation>
    </message>
    <message>
        <source>A case is about somebody: state a name, a document number, or add an image.</source>
        <translation>Un caso trata de alguien: escriba un nombre o un número de documento, o añada una imagen.</translation>
    </message>
    <message>
        <source>Personal number</source>
        <translation>Número personal</translation>
    </message>
    <message>
        <source>Whole zone</source>
        <translation>Toda la zona</translation>
    </message>
    <message>
        <source>Line %1 is “%2”</source>
        <translation>La línea %1 es “%2”</translation>
    </message>
</context>
<context>
    <name>cotejo::intake_ui::SampleRow</name>
    <message>
        <source>What %1 shows</source>
        <translation>Qué muestra %1</translation>
    </message>
    <message>
        <source>Face, taken here</source>
        <translation>Rostro, tomado aquí</translation>
    </message>
    <message>
        <source>Face of the document</source>
        <translation>Rostro del documento</translation>
    </message>
    <message>
        <source>Finger</source>
        <translation>Dedo</translation>
    </message>
    <message>
        <source>Which finger %1 shows</source>
        <translation>Qué dedo muestra %1</translation>
    </message>
    <message>
        <source>Resolution of %1 in ppi</source>
        <translation>Resolución de %1 en ppp</translation>
    </message>
    <message>
        <source>ppi</source>
        <translation>ppp</translation>
    </message>
    <message>
        <source>Pixels per inch. Without it the print cannot be compared.</source>
        <translation>Píxeles por pulgada. Sin ella la huella no se puede comparar.</translation>
    </message>
    <message>
        <source>Leave %1 out</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>The resolution of %1 is no number from 50 to 4,000.</source>
        <translation>La resolución de %1 no es un número de 50 a 4.000.</translation>
    </message>
    <message>
        <source>A part of this picture is missing: %1</source>
        <translation>Falta una parte de esta imagen: %1</translation>
    </message>
</context>
<context>
    <name>cotejo::intake_ui::SampleTray</name>
    <message>
        <source>None yet.</source>
        <translation>Ninguna todavía.</translation>
    </message>
    <message>
        <source>Images of face and fingers</source>
        <translation>Imágenes de rostro y huellas</translation>
    </message>
    <message>
        <source>At most %1 images are taken at once.</source>
        <translation>Se admiten como máximo %1 imágenes a la vez.</translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::AnswerCard</name>
    <message>
        <source>The partner&apos;s answer</source>
        <translation>La respuesta del socio</translation>
    </message>
    <message>
        <source>An answer never decides</source>
        <translation>Una respuesta nunca decide</translation>
    </message>
    <message>
        <source>In what was searched there, nobody was found. That is no clearance: it says nothing of what was not searched.</source>
        <translation>En lo que allí se buscó no se encontró a nadie. No absuelve: nada dice de lo que no se buscó.</translation>
    </message>
    <message numerus="yes">
        <source>%n persons of their lists may be this one. They are examined in the case, like those of our own lists: shuffled, without a score, by two people.</source>
        <translation>
            <numerusform>%n persona de sus listas puede ser esta. Se examina en el caso, como las de nuestras listas: sin puntuación y por dos personas.</numerusform>
            <numerusform>%n personas de sus listas pueden ser esta. Se examinan en el caso, como las de nuestras listas: barajadas, sin puntuación y por dos personas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Examine them in the case</source>
        <translation>Examinar en el caso</translation>
    </message>
    <message>
        <source>The owner of the entry says that it stands. The word counts in the case, beside what others wrote of it.</source>
        <translation>El titular de la entrada dice que sigue en pie. Su palabra cuenta en el caso, junto a lo que otros anotaron.</translation>
    </message>
    <message>
        <source>The owner of the entry says that it does not stand for this person. The word counts in the case.</source>
        <translation>El titular de la entrada dice que no vale para esta persona. Su palabra cuenta en el caso.</translation>
    </message>
    <message>
        <source>The partner needs time until %1. Nothing changes in the case until then.</source>
        <translation>El socio necesita tiempo hasta: %1. Hasta entonces nada cambia en el caso.</translation>
    </message>
    <message>
        <source>The partner needs time.</source>
        <translation>El socio necesita tiempo.</translation>
    </message>
    <message>
        <source>The partner does not answer this request, and gives no reason.</source>
        <translation>El socio no contesta esta consulta y no da motivo.</translation>
    </message>
    <message>
        <source>The partner does not answer this request: %1</source>
        <translation>El socio no contesta esta consulta: %1</translation>
    </message>
    <message>
        <source>What was searched there</source>
        <translation>Lo que allí se buscó</translation>
    </message>
    <message>
        <source>%1: not searched</source>
        <translation>%1: sin buscar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries, as of %1</source>
        <translation>
            <numerusform>%Ln entrada, a %1</numerusform>
            <numerusform>%Ln entradas, a %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::BytesModel</name>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Como texto</translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::DisclosurePanel</name>
    <message>
        <source>Choose a row to see what was given, whose word let it go and what came back.</source>
        <translation>Elija una fila para ver qué se entregó, por palabra de quién y qué volvió.</translation>
    </message>
    <message>
        <source>Identity hidden</source>
        <translation>Identidad oculta</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Consulta</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>%1, asked a second time later</source>
        <translation>%1, preguntado después otra vez</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Finalidad</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Campos</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Muestras</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>%1 bytes, hash %2…</source>
        <translation>%1 bytes, huella %2…</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>Drafted by</source>
        <translation>Redactó</translation>
    </message>
    <message>
        <source>Authorised by</source>
        <translation>Autorizó</translation>
    </message>
    <message>
        <source>acknowledged %1</source>
        <translation>acuse: %1</translation>
    </message>
    <message>
        <source>What came back</source>
        <translation>Qué volvió</translation>
    </message>
    <message>
        <source>Open the request</source>
        <translation>Abrir la consulta</translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::GivenCard</name>
    <message>
        <source>Already given about this traveler</source>
        <translation>Ya se entregó sobre este viajero</translation>
    </message>
    <message numerus="yes">
        <source>%n sent in this case</source>
        <translation>
            <numerusform>%n envío en este caso</numerusform>
            <numerusform>%n envíos en este caso</numerusform>
        </translation>
    </message>
    <message>
        <source>In this case, nothing that you may see.</source>
        <translation>En este caso, nada que usted pueda ver.</translation>
    </message>
    <message>
        <source>In this case, nothing else.</source>
        <translation>En este caso, nada más.</translation>
    </message>
    <message>
        <source>In this case, nothing yet.</source>
        <translation>En este caso, nada todavía.</translation>
    </message>
    <message>
        <source>Authorised by %1 · %2</source>
        <translation>Autorizó %1 · %2</translation>
    </message>
    <message>
        <source>See</source>
        <comment>open this request</comment>
        <translation>Ver</translation>
    </message>
    <message>
        <source>See the request %1 to %2</source>
        <translation>Ver la consulta %1 a %2</translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::InquiryHead</name>
    <message>
        <source>Back (Esc)</source>
        <translation>Volver (Esc)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Inquiry to a partner</source>
        <translation>Consulta a un socio</translation>
    </message>
    <message>
        <source>Each step stands in the history of the case. The answer never decides.</source>
        <translation>Cada paso queda en el historial del caso. La respuesta nunca decide.</translation>
    </message>
    <message>
        <source>Identity hidden</source>
        <translation>Identidad oculta</translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation>Caso %1</translation>
    </message>
    <message>
        <source>Request %1 to %2</source>
        <translation>Consulta %1 a %2</translation>
    </message>
    <message>
        <source>drafted by you, %1</source>
        <translation>redactada por usted, %1</translation>
    </message>
    <message>
        <source>drafted %1</source>
        <translation>redactada %1</translation>
    </message>
    <message>
        <source>drafted by %1, %2</source>
        <translation>redactada por %1, %2</translation>
    </message>
    <message>
        <source>not drafted yet: nothing is written until you ask</source>
        <translation>aún sin redactar: nada se escribe hasta que lo pida</translation>
    </message>
    <message>
        <source>No hold stops it · looked at %1</source>
        <translation>Ninguna retención lo impide · comprobado %1</translation>
    </message>
    <message>
        <source>Previewed</source>
        <comment>request</comment>
        <translation>Previsualizada</translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::InquiryPage</name>
    <message>
        <source>Making what would leave…</source>
        <translation>Armando lo que saldría…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::LeftOutCard</name>
    <message>
        <source>What does not leave, and why</source>
        <translation>Lo que no sale y por qué</translation>
    </message>
    <message>
        <source>the same in every case under this agreement</source>
        <translation>igual en todos los casos con este acuerdo</translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::MessageCard</name>
    <message>
        <source>What leaves, exactly</source>
        <translation>Lo que sale, exactamente</translation>
    </message>
    <message>
        <source>How the message is shown</source>
        <translation>Cómo se muestra el mensaje</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Campos</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Árbol</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Fields of the message with their values</source>
        <translation>Campos del mensaje con sus valores</translation>
    </message>
    <message>
        <source>The message as a tree, with the bytes of each line</source>
        <translation>El mensaje como árbol, con los bytes de cada línea</translation>
    </message>
    <message>
        <source>The bytes of the message</source>
        <translation>Los bytes del mensaje</translation>
    </message>
    <message>
        <source>Read the message</source>
        <translation>Leer el mensaje</translation>
    </message>
    <message>
        <source>On the line</source>
        <translation>En la línea</translation>
    </message>
    <message>
        <source>One byte that differs: it does not leave (E_NOT_PREVIEWED)</source>
        <translation>Un byte distinto: no sale (E_NOT_PREVIEWED)</translation>
    </message>
    <message>
        <source>Hash that was authorised</source>
        <translation>Huella autorizada</translation>
    </message>
    <message>
        <source>Hash that is authorised</source>
        <translation>Huella que se autoriza</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 sealed + %2 of signature = %3 bytes</source>
        <translation>%1 sellado + %2 de firma = %3 bytes</translation>
    </message>
    <message>
        <source>%1 bytes · 1 message</source>
        <translation>%1 bytes · 1 mensaje</translation>
    </message>
    <message>
        <source>It gives: %1. You have not read this message. Reading it is recorded in the case.</source>
        <translation>Entrega: %1. Usted no ha leído este mensaje. Leerlo queda registrado en el caso.</translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::MessageModel</name>
    <message>
        <source>Field and value</source>
        <translation>Campo y valor</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>message</source>
        <translation>mensaje</translation>
    </message>
    <message>
        <source>%1: %2 bytes</source>
        <translation>%1: %2 bytes</translation>
    </message>
    <message numerus="yes">
        <source>%n fields</source>
        <translation>
            <numerusform>%n campo</numerusform>
            <numerusform>%n campos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n muestra</numerusform>
            <numerusform>%n muestras</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::Partners</name>
    <message>
        <source>Border inquiry</source>
        <translation>Consulta de frontera</translation>
    </message>
    <message>
        <source>Notice of a fugitive</source>
        <translation>Aviso de un fugitivo</translation>
    </message>
    <message>
        <source>Confirmation of an entry</source>
        <translation>Confirmación de una entrada</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>Nacionalidad</translation>
    </message>
    <message>
        <source>Notice before a return</source>
        <translation>Aviso previo a un retorno</translation>
    </message>
    <message>
        <source>Correction of what was given</source>
        <translation>Corrección de lo entregado</translation>
    </message>
    <message>
        <source>family name</source>
        <translation>apellidos</translation>
    </message>
    <message>
        <source>given names</source>
        <translation>nombres</translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation>fecha de nacimiento</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>sexo</translation>
    </message>
    <message>
        <source>nationality</source>
        <translation>nacionalidad</translation>
    </message>
    <message>
        <source>document</source>
        <translation>documento</translation>
    </message>
    <message>
        <source>faces</source>
        <translation>rostros</translation>
    </message>
    <message>
        <source>fingerprints</source>
        <translation>huellas dactilares</translation>
    </message>
    <message>
        <source>Drafted</source>
        <comment>request</comment>
        <translation>Redactada</translation>
    </message>
    <message>
        <source>Authorised</source>
        <comment>request</comment>
        <translation>Autorizada</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>request</comment>
        <translation>Enviada</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <comment>request</comment>
        <translation>Acusada</translation>
    </message>
    <message>
        <source>Answered</source>
        <comment>request</comment>
        <translation>Respondida</translation>
    </message>
    <message>
        <source>Refused by the partner</source>
        <translation>Rechazada por el socio</translation>
    </message>
    <message>
        <source>Without an answer</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>request</comment>
        <translation>Anulada</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>request</comment>
        <translation>Cerrada</translation>
    </message>
    <message>
        <source>No candidate</source>
        <translation>Sin candidato</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Candidatos</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmada</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>No confirmada</translation>
    </message>
    <message>
        <source>Needs time</source>
        <translation>Necesita tiempo</translation>
    </message>
    <message numerus="yes">
        <source>%1 may search for this traveler in its lists, only to decide on the entry here, and answer with %n candidates at most.</source>
        <translation>
            <numerusform>%1 puede buscar a este viajero en sus listas, solo para decidir aquí su entrada, y contestar con %n candidato como máximo.</numerusform>
            <numerusform>%1 puede buscar a este viajero en sus listas, solo para decidir aquí su entrada, y contestar con %n candidatos como máximo.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is asked whether its own entry, as whom the person was identified, still stands. It may use what it reads for this answer only.</source>
        <translation>Se pregunta a %1 si sigue en pie su entrada, como quien se identificó a la persona. Solo puede usar lo que lea para esta respuesta.</translation>
    </message>
    <message>
        <source>%1 is asked whether the person is its national. It may use what it reads for this answer only.</source>
        <translation>Se pregunta a %1 si la persona es nacional suya. Solo puede usar lo que lea para esta respuesta.</translation>
    </message>
    <message>
        <source>%1 is told of an approved return before it takes place. It says nothing of how the decision came about.</source>
        <translation>Se avisa a %1 de un retorno aprobado antes de que ocurra. No dice nada de cómo se llegó a la decisión.</translation>
    </message>
    <message>
        <source>%1 is told that what it was given was wrong, and stays asked until it says that it corrected it.</source>
        <translation>Se dice a %1 que lo entregado era incorrecto, y queda pendiente hasta que diga que lo corrigió.</translation>
    </message>
    <message>
        <source>%1 is told of somebody looked for. It is not asked in a case.</source>
        <translation>Se avisa a %1 de alguien a quien se busca. No se pregunta en un caso.</translation>
    </message>
    <message>
        <source>face</source>
        <comment>a sample in a list</comment>
        <translation>rostro</translation>
    </message>
    <message>
        <source>%1 (you may not see it)</source>
        <translation>%1 (usted no puede verla)</translation>
    </message>
    <message numerus="yes">
        <source>%n faces</source>
        <translation>
            <numerusform>%n rostro</numerusform>
            <numerusform>%n rostros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fingerprints</source>
        <translation>
            <numerusform>%n huella dactilar</numerusform>
            <numerusform>%n huellas dactilares</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing of the person</source>
        <translation>nada de la persona</translation>
    </message>
    <message>
        <source>Place of birth, address, telephone</source>
        <translation>Lugar de nacimiento, domicilio, teléfono</translation>
    </message>
    <message>
        <source>Conclusions, notes and scores</source>
        <translation>Conclusiones, notas y puntuaciones</translation>
    </message>
    <message>
        <source>Other cases, encounters and links</source>
        <translation>Otros casos, encuentros y vínculos</translation>
    </message>
    <message>
        <source>Health, family, holds and their reasons</source>
        <translation>Salud, familia, retenciones y sus motivos</translation>
    </message>
    <message>
        <source>Names of officers</source>
        <translation>Nombres de oficiales</translation>
    </message>
    <message>
        <source>Other samples of the case</source>
        <translation>Otras muestras del caso</translation>
    </message>
    <message>
        <source>Machine-readable lines of the document</source>
        <translation>Líneas del documento que leen las máquinas</translation>
    </message>
    <message>
        <source>Devices, operators and file names of samples</source>
        <translation>Dispositivos, operadores y nombres de archivo de las muestras</translation>
    </message>
    <message>
        <source>the agreement does not name it</source>
        <translation>el acuerdo no lo nombra</translation>
    </message>
    <message>
        <source>never leaves in an inquiry</source>
        <translation>nunca sale en una consulta</translation>
    </message>
    <message>
        <source>the message is built without looking at it, whether there is any or not</source>
        <translation>el mensaje se arma sin verlo, lo haya o no</translation>
    </message>
    <message>
        <source>the post answers, by the number of the request</source>
        <translation>responde el puesto, por número de consulta</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hora</numerusform>
            <numerusform>%n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message>
        <source>In force</source>
        <comment>agreement</comment>
        <translation>Vigente</translation>
    </message>
    <message>
        <source>Ends soon</source>
        <comment>agreement</comment>
        <translation>Vence pronto</translation>
    </message>
    <message>
        <source>Not yet in force</source>
        <comment>agreement</comment>
        <translation>Aún no vigente</translation>
    </message>
    <message>
        <source>Ended: nothing leaves</source>
        <comment>agreement</comment>
        <translation>Vencido: nada sale</translation>
    </message>
    <message numerus="yes">
        <source>%n candidates</source>
        <translation>
            <numerusform>%n candidato</numerusform>
            <numerusform>%n candidatos</numerusform>
        </translation>
    </message>
    <message>
        <source>a supervisor reads it and authorises</source>
        <translation>supervisión la lee y autoriza</translation>
    </message>
    <message>
        <source>an officer of the case authorises</source>
        <translation>autoriza un oficial del caso</translation>
    </message>
    <message>
        <source>the central server sends it</source>
        <translation>la envía el servidor central</translation>
    </message>
    <message>
        <source>the partner answers, until %1</source>
        <translation>contesta el socio, hasta: %1</translation>
    </message>
    <message>
        <source>%1 reads it and closes</source>
        <comment>a person&apos;s name</comment>
        <translation>%1 la lee y la cierra</translation>
    </message>
    <message>
        <source>who asked</source>
        <translation>quien preguntó</translation>
    </message>
    <message>
        <source>a supervisor calls the partner</source>
        <translation>supervisión llama al socio</translation>
    </message>
    <message>
        <source>nobody: it ended</source>
        <translation>nadie: terminó</translation>
    </message>
    <message>
        <source>en</source>
        <comment>code of this language</comment>
        <extracomment>Write here the code of the language that you translate into: the words of agreements are asked for in it</extracomment>
        <translation>es</translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::PartnersView</name>
    <message>
        <source>Identity hidden</source>
        <translation>Identidad oculta</translation>
    </message>
    <message>
        <source>Agreements in words</source>
        <translation>Acuerdos en palabras</translation>
    </message>
    <message>
        <source>Reading requests and agreements…</source>
        <translation>Leyendo consultas y acuerdos…</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Socios</translation>
    </message>
    <message>
        <source>Filter requests, agreements and disclosures</source>
        <translation>Filtrar consultas, acuerdos y entregas</translation>
    </message>
    <message>
        <source>Filter (Ctrl+F)</source>
        <translation>Filtrar (Ctrl+F)</translation>
    </message>
    <message>
        <source>Traveler, case, partner, purpose, officer…</source>
        <translation>Viajero, caso, socio, finalidad, oficial…</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Qué se muestra</translation>
    </message>
    <message>
        <source>Requests under way</source>
        <translation>Consultas en curso</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Acuerdos</translation>
    </message>
    <message>
        <source>What was given</source>
        <translation>Lo entregado</translation>
    </message>
    <message>
        <source>Order of what was given</source>
        <translation>Orden de lo entregado</translation>
    </message>
    <message>
        <source>By time</source>
        <translation>Por fecha</translation>
    </message>
    <message>
        <source>By traveler</source>
        <translation>Por viajero</translation>
    </message>
    <message>
        <source>By partner</source>
        <translation>Por socio</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Traveler</source>
        <translation>Viajero</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Finalidad</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Socio</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Who must act</source>
        <translation>Quién sigue</translation>
    </message>
    <message>
        <source>Requests to partners that are under way</source>
        <translation>Consultas a socios en curso</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>What came back</source>
        <translation>Qué volvió</translation>
    </message>
    <message>
        <source>What was given to partners</source>
        <translation>Lo entregado a socios</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, versión %2</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · quedan %2</translation>
    </message>
    <message>
        <source>No agreement has these words.</source>
        <translation>Ningún acuerdo tiene esas palabras.</translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n en curso</numerusform>
            <numerusform>%n en curso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agreements</source>
        <translation>
            <numerusform>%n acuerdo</numerusform>
            <numerusform>%n acuerdos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disclosures</source>
        <translation>
            <numerusform>%n entrega</numerusform>
            <numerusform>%n entregas</numerusform>
        </translation>
    </message>
    <message>
        <source>The organisation&apos;s roster, as this post last received it, has no agreement with a partner: nothing can leave. An administrator loads one at the server, and a second one signs it.</source>
        <translation>El registro de la organización, como este puesto lo recibió por última vez, no tiene acuerdo con ningún socio: nada puede salir. Un administrador carga uno en el servidor y un segundo lo firma.</translation>
    </message>
    <message>
        <source>Nothing here has these words.</source>
        <translation>Nada aquí tiene esas palabras.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Quitar el filtro</translation>
    </message>
    <message>
        <source>No request to a partner is under way in the cases that this post holds and you may see. One is drafted in its case, under Other acts.</source>
        <translation>No hay consultas a socios en curso en los casos que este puesto tiene y usted puede ver. Se redactan en su caso, en Otros actos.</translation>
    </message>
    <message>
        <source>Of the cases that this post holds and you may see, nothing was given to a partner.</source>
        <translation>De los casos que este puesto tiene y usted puede ver, nada se ha entregado a un socio.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>you: read it and authorise</source>
        <translation>usted: léala y autorícela</translation>
    </message>
    <message>
        <source>you: call the partner, then close it</source>
        <translation>usted: llame al socio y ciérrela</translation>
    </message>
    <message>
        <source>you: read the answer and close it</source>
        <translation>usted: lea la respuesta y ciérrela</translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::PurposeCard</name>
    <message>
        <source>Purpose and agreement</source>
        <translation>Finalidad y acuerdo</translation>
    </message>
    <message>
        <source>Request of this case</source>
        <translation>Consulta de este caso</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Acuerdo</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Finalidad</translation>
    </message>
    <message>
        <source>About which entry</source>
        <translation>Sobre qué entrada</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Consulta nueva</translation>
    </message>
    <message>
        <source>The agreement under which it was asked is not in the roster any more: it was ended.</source>
        <translation>El acuerdo con el que se preguntó ya no está en el registro: se le puso fin.</translation>
    </message>
    <message>
        <source>The organisation&apos;s roster has no agreement under which a case can be asked about. An administrator loads one at the server and a second one signs it.</source>
        <translation>El registro de la organización no tiene acuerdo con el que preguntar por un caso. Un administrador carga uno en el servidor y un segundo lo firma.</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Socio</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Base legal</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>Vigente desde</translation>
    </message>
    <message>
        <source>Ends</source>
        <comment>agreement</comment>
        <translation>Vence</translation>
    </message>
    <message>
        <source>ended %1: nothing leaves</source>
        <translation>venció: %1; nada sale</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · quedan %2</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transferencia</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, versión %2</translation>
    </message>
    <message>
        <source>They answer in</source>
        <translation>Contestan en</translation>
    </message>
    <message>
        <source>They keep it</source>
        <translation>Conservan</translation>
    </message>
    <message>
        <source>We keep it</source>
        <translation>Conservamos</translation>
    </message>
    <message>
        <source>as long as the case</source>
        <translation>lo que dure el caso</translation>
    </message>
    <message>
        <source>By telephone</source>
        <translation>Por teléfono</translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::SampleCard</name>
    <message>
        <source>marked as unusable</source>
        <translation>marcada como inservible</translation>
    </message>
    <message>
        <source>it cannot be shown whole, so it cannot be sent</source>
        <translation>no se puede mostrar entera, así que no se puede enviar</translation>
    </message>
    <message>
        <source>the agreement takes no faces for this purpose</source>
        <translation>el acuerdo no admite rostros para esta finalidad</translation>
    </message>
    <message>
        <source>the agreement does not ask for it</source>
        <translation>el acuerdo no la pide</translation>
    </message>
    <message>
        <source>Chosen samples</source>
        <translation>Muestras elegidas</translation>
    </message>
    <message>
        <source>Send: %1</source>
        <translation>Enviar: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n other fingerprints: the agreement does not ask for them</source>
        <translation>
            <numerusform>%n huella dactilar más: el acuerdo no la pide</numerusform>
            <numerusform>Otras %n huellas dactilares: el acuerdo no las pide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the agreement takes %n faces at most</source>
        <translation>
            <numerusform>el acuerdo admite %n rostro como máximo</numerusform>
            <numerusform>el acuerdo admite %n rostros como máximo</numerusform>
        </translation>
    </message>
    <message>
        <source>another print of this finger is chosen</source>
        <translation>se eligió otra huella de este dedo</translation>
    </message>
    <message>
        <source>The case has no sample that you may see: only what is written of the person would leave.</source>
        <translation>El caso no tiene muestras que usted pueda ver: solo saldría lo escrito de la persona.</translation>
    </message>
    <message>
        <source>%1 of %2 · the least that is needed</source>
        <translation>%1 de %2 · mínimo necesario</translation>
    </message>
    <message>
        <source>Chosen when the request was drafted. Another choice is another request.</source>
        <translation>Elegidas al redactar la consulta. Otra elección es otra consulta.</translation>
    </message>
    <message>
        <source>Chosen by the agreement. Changing one makes another message: it is previewed anew.</source>
        <translation>Elegidas por el acuerdo. Cambiar una muestra hace otro mensaje: se previsualiza de nuevo.</translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::Sheets</name>
    <message>
        <source>The reason is missing.</source>
        <translation>Falta el motivo.</translation>
    </message>
    <message>
        <source>Authorise the request to %1</source>
        <translation>Autorizar la consulta a %1</translation>
    </message>
    <message>
        <source>%1: %2. %3 bytes, hash %4…</source>
        <translation>%1: %2. %3 bytes, huella %4…</translation>
    </message>
    <message>
        <source>The central server sends exactly these bytes, once, after it looked at holds and the agreement again. What left is not called back: a correction can follow it.</source>
        <translation>El servidor central envía exactamente estos bytes, una vez, tras volver a mirar retenciones y acuerdo. Lo que salió no se recupera: puede seguirle una corrección.</translation>
    </message>
    <message>
        <source>Why it is needed, for those who read the case later</source>
        <translation>Por qué hace falta, para quien lea el caso después</translation>
    </message>
    <message>
        <source>Why it is needed (may stay empty)</source>
        <translation>Por qué hace falta (puede quedar vacío)</translation>
    </message>
    <message>
        <source>Authorise</source>
        <translation>Autorizar</translation>
    </message>
    <message>
        <source>Cancel the request to %1</source>
        <translation>Anular la consulta a %1</translation>
    </message>
    <message>
        <source>It was authorised. If the server sent it before it hears of this, it left: the request then says so.</source>
        <translation>Se autorizó. Si el servidor la envió antes de saber de esto, salió: la consulta lo dirá.</translation>
    </message>
    <message>
        <source>Nothing left. What is still to be asked is drafted anew.</source>
        <translation>Nada salió. Lo que aún haya que preguntar se redacta de nuevo.</translation>
    </message>
    <message>
        <source>Why it is cancelled</source>
        <translation>Por qué se anula</translation>
    </message>
    <message>
        <source>Cancel the request</source>
        <translation>Anular la consulta</translation>
    </message>
    <message>
        <source>Close the request to %1</source>
        <translation>Cerrar la consulta a %1</translation>
    </message>
    <message>
        <source>It came back: %1. Closing says that you read it; what it means for the case is decided there.</source>
        <translation>Volvió: %1. Cerrarla dice que usted la leyó; lo que significa para el caso se decide allí.</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Qué resultó de ella</translation>
    </message>
    <message>
        <source>Close the request</source>
        <translation>Cerrar la consulta</translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::StepCard</name>
    <message>
        <source>Nothing leaves: the case is on hold</source>
        <translation>No sale: el caso está en espera</translation>
    </message>
    <message>
        <source>From a case on hold nothing goes to any partner. The hold does not say why it was placed.</source>
        <translation>De un caso en espera no sale nada a ningún socio. La espera no dice su motivo.</translation>
    </message>
    <message>
        <source>Whoever is in charge of the hold ends it. A draft stays; what was authorised and not yet sent is cancelled and asked anew.</source>
        <translation>La termina quien la tiene a cargo. Un borrador queda; lo autorizado y aún no enviado se anula y se pregunta de nuevo.</translation>
    </message>
    <message>
        <source>the agreement asks for it for this purpose.</source>
        <translation>el acuerdo lo pide para esta finalidad.</translation>
    </message>
    <message>
        <source>this purpose tells what was found in the case.</source>
        <translation>esta finalidad dice lo que se halló en el caso.</translation>
    </message>
    <message>
        <source>it is the first contact with this partner in the case.</source>
        <translation>es el primer contacto con este socio en el caso.</translation>
    </message>
    <message>
        <source>Who must authorise</source>
        <translation>Quién debe autorizar</translation>
    </message>
    <message>
        <source>Back to the case</source>
        <translation>Volver al caso</translation>
    </message>
    <message>
        <source>Purpose, direction and grade are what the agreement allows</source>
        <translation>Finalidad, sentido y grado que el acuerdo permite</translation>
    </message>
    <message>
        <source>The agreement does not allow it</source>
        <translation>El acuerdo no lo permite</translation>
    </message>
    <message>
        <source>The case is on hold</source>
        <translation>El caso está en espera</translation>
    </message>
    <message>
        <source>No hold stops it; it is looked at again when it is sent</source>
        <translation>Ninguna retención lo impide; se repite al enviar</translation>
    </message>
    <message>
        <source>The post is offline: authorising needs the central server</source>
        <translation>El puesto no tiene línea: autorizar exige el servidor central</translation>
    </message>
    <message>
        <source>A supervisor</source>
        <translation>Una persona de supervisión</translation>
    </message>
    <message>
        <source>who reads the message: %1</source>
        <translation>que lea el mensaje: %1</translation>
    </message>
    <message>
        <source>You or another officer of the case:</source>
        <translation>Usted u otro oficial del caso:</translation>
    </message>
    <message>
        <source>this partner was already asked in it.</source>
        <translation>a este socio ya se le preguntó en él.</translation>
    </message>
    <message>
        <source>No supervisor of this post is known here: one of another post can authorise it</source>
        <translation>Aquí no consta supervisión de este puesto: puede autorizarla la de otro</translation>
    </message>
    <message>
        <source>supervisors of this post</source>
        <translation>supervisión de este puesto</translation>
    </message>
    <message>
        <source>Ask for authorisation</source>
        <translation>Pedir autorización</translation>
    </message>
    <message>
        <source>Draft the request</source>
        <translation>Redactar la consulta</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Qué sigue</translation>
    </message>
    <message>
        <source>A supervisor who did not draft it</source>
        <translation>Una persona de supervisión que no la redactó</translation>
    </message>
    <message>
        <source>and reads the message: %1</source>
        <translation>y que lea el mensaje: %1</translation>
    </message>
    <message>
        <source>An officer of the case who reads the message:</source>
        <translation>Un oficial del caso que lea el mensaje:</translation>
    </message>
    <message>
        <source>You have exactly these bytes before you</source>
        <translation>Usted tiene delante exactamente estos bytes</translation>
    </message>
    <message>
        <source>You have not read this message</source>
        <translation>Usted no ha leído este mensaje</translation>
    </message>
    <message>
        <source>It waits for a supervisor</source>
        <translation>Espera a supervisión</translation>
    </message>
    <message>
        <source>Authorise…</source>
        <translation>Autorizar…</translation>
    </message>
    <message>
        <source>The central server sends it</source>
        <translation>La envía el servidor central</translation>
    </message>
    <message>
        <source>once it looked at holds and the agreement again. Until then it can be cancelled.</source>
        <translation>cuando vuelva a mirar retenciones y acuerdo. Hasta entonces se puede anular.</translation>
    </message>
    <message>
        <source>The partner answers.</source>
        <translation>Contesta el socio.</translation>
    </message>
    <message>
        <source>If it does not in the time of the agreement, the server asks a second time, then a supervisor is told.</source>
        <translation>Si no lo hace en el plazo del acuerdo, el servidor pregunta otra vez y después se avisa a supervisión.</translation>
    </message>
    <message>
        <source>Somebody reads the answer and closes the request.</source>
        <translation>Alguien lee la respuesta y cierra la consulta.</translation>
    </message>
    <message>
        <source>What it says is weighed in the case: it decides nothing by itself.</source>
        <translation>Lo que dice se pondera en el caso: no decide nada por sí sola.</translation>
    </message>
    <message>
        <source>Somebody reads the refusal and closes the request.</source>
        <translation>Alguien lee el rechazo y cierra la consulta.</translation>
    </message>
    <message>
        <source>It can be asked anew where its reason fell away.</source>
        <translation>Se puede preguntar de nuevo si su motivo desapareció.</translation>
    </message>
    <message>
        <source>A supervisor calls the partner,</source>
        <translation>Una persona de supervisión llama al socio,</translation>
    </message>
    <message>
        <source>by the contact of the agreement, and closes the request with what came of it.</source>
        <translation>por el contacto del acuerdo, y cierra la consulta con lo que resultó.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Se anuló.</translation>
    </message>
    <message>
        <source>It was cancelled, and nothing left.</source>
        <translation>Se anuló, y nada salió.</translation>
    </message>
    <message>
        <source>What is still to be asked is drafted anew.</source>
        <translation>Lo que aún haya que preguntar se redacta de nuevo.</translation>
    </message>
    <message>
        <source>It ended.</source>
        <translation>Terminó.</translation>
    </message>
    <message>
        <source>It stays in the accounting of what was given.</source>
        <translation>Queda en la cuenta de lo entregado.</translation>
    </message>
    <message>
        <source>Close it…</source>
        <translation>Cerrarla…</translation>
    </message>
    <message>
        <source>Cancel it…</source>
        <translation>Anularla…</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Consulta nueva</translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::TimelineCard</name>
    <message>
        <source>you</source>
        <translation>usted</translation>
    </message>
    <message>
        <source>somebody of another post</source>
        <translation>alguien de otro puesto</translation>
    </message>
    <message>
        <source>What happened to it</source>
        <translation>Qué fue de ella</translation>
    </message>
    <message>
        <source>Drafted</source>
        <comment>request</comment>
        <translation>Redactada</translation>
    </message>
    <message>
        <source>Read, byte for byte</source>
        <translation>Leída, byte a byte</translation>
    </message>
    <message>
        <source>Authorised</source>
        <comment>request</comment>
        <translation>Autorizada</translation>
    </message>
    <message>
        <source>Sent, and asked a second time</source>
        <translation>Enviada, y preguntada otra vez</translation>
    </message>
    <message>
        <source>Sent by the central server</source>
        <translation>Enviada por el servidor central</translation>
    </message>
    <message>
        <source>Acknowledged by the partner</source>
        <translation>Acusada por el socio</translation>
    </message>
    <message>
        <source>Answered: %1</source>
        <translation>Respondida: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n messages came for it and were not believed</source>
        <translation>
            <numerusform>Llegó %n mensaje para ella y no se creyó</numerusform>
            <numerusform>Llegaron %n mensajes para ella y no se creyeron</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept aside as they came. They changed nothing.</source>
        <translation>Apartados como llegaron. No cambiaron nada.</translation>
    </message>
    <message>
        <source>The partner asked for time</source>
        <translation>El socio pidió tiempo</translation>
    </message>
    <message>
        <source>An answer is awaited</source>
        <translation>Se espera respuesta</translation>
    </message>
    <message>
        <source>until %1 (%2 left)</source>
        <translation>hasta: %1 (quedan %2)</translation>
    </message>
    <message>
        <source>No answer in the time of the agreement</source>
        <translation>Sin respuesta en el plazo del acuerdo</translation>
    </message>
    <message>
        <source>It was asked twice. A supervisor calls the contact of the agreement.</source>
        <translation>Se preguntó dos veces. Una persona de supervisión llama al contacto del acuerdo.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>request</comment>
        <translation>Anulada</translation>
    </message>
    <message>
        <source>Cancelled: nothing left</source>
        <translation>Anulada: nada salió</translation>
    </message>
    <message>
        <source>Read and closed</source>
        <translation>Leída y cerrada</translation>
    </message>
</context>
<context>
    <name>cotejo::queue::PreviewPanel</name>
    <message>
        <source>Document %1</source>
        <translation>Documento %1</translation>
    </message>
    <message numerus="yes">
        <source>%n digits do not hold</source>
        <translation>
            <numerusform>%n dígito no cuadra</numerusform>
            <numerusform>%n dígitos no cuadran</numerusform>
        </translation>
    </message>
    <message>
        <source>digits hold</source>
        <translation>los dígitos cuadran</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Rostros</translation>
    </message>
    <message>
        <source>Fingerprints</source>
        <translation>Huellas</translation>
    </message>
    <message>
        <source>%1, %2 missing</source>
        <translation>%1, faltan %2</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Nobody else has it</source>
        <translation>Nadie más lo tiene</translation>
    </message>
    <message>
        <source>Legal basis set</source>
        <translation>Base legal fijada</translation>
    </message>
    <message>
        <source>Choose a case to see it here.</source>
        <translation>Elija un caso para verlo aquí.</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>Plazos</translation>
    </message>
    <message>
        <source>Why it is here</source>
        <translation>Por qué está aquí</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Needed to take it</source>
        <translation>Para tomarlo hace falta</translation>
    </message>
    <message>
        <source>Taking it reserves it for you for 30 minutes, renewable.</source>
        <translation>Al tomarlo queda reservado para usted 30 minutos, renovables.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open the case to read</source>
        <translation>Abrir el caso solo para leer</translation>
    </message>
    <message>
        <source>Identity hidden</source>
        <translation>Identidad oculta</translation>
    </message>
    <message>
        <source>Go on with the case</source>
        <translation>Seguir con el caso</translation>
    </message>
    <message>
        <source>Take case</source>
        <translation>Tomar caso</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Dejar libre</translation>
    </message>
    <message>
        <source>Give the case back to the queue</source>
        <translation>Devolver el caso a la cola</translation>
    </message>
</context>
<context>
    <name>cotejo::queue::QueueModel</name>
    <message>
        <source>— — — identity hidden</source>
        <translation>— — — identidad oculta</translation>
    </message>
    <message>
        <source>free</source>
        <comment>nobody has taken the case</comment>
        <translation>libre</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>Priority %1</source>
        <translation>Prioridad %1</translation>
    </message>
    <message>
        <source>%1: %2 left</source>
        <translation>%1: quedan %2</translation>
    </message>
    <message>
        <source>No holds</source>
        <translation>Sin retenciones</translation>
    </message>
    <message>
        <source>Holds: %1</source>
        <translation>Retenciones: %1</translation>
    </message>
    <message>
        <source>Taken by: %1</source>
        <translation>Tomado por: %1</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Plazo</translation>
    </message>
    <message>
        <source>Traveler</source>
        <translation>Viajero</translation>
    </message>
    <message>
        <source>Referral reason</source>
        <translation>Motivo de remisión</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Retenciones</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Tomado por</translation>
    </message>
</context>
<context>
    <name>cotejo::queue::QueuePage</name>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Name, document or case number…</source>
        <translation>Nombre, documento o número de caso…</translation>
    </message>
    <message>
        <source>Search cases</source>
        <translation>Buscar casos</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Buscar (Ctrl+F)</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Caso nuevo</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Búsquedas guardadas</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>Abiertos</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Por vencer</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Míos</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Sin tomar</translation>
    </message>
    <message>
        <source>Second exam</source>
        <translation>Segundo examen</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Conflictos</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Devueltos</translation>
    </message>
    <message>
        <source>The newest with these words · %1 ms</source>
        <translation>Los más nuevos con estas palabras · %1 ms</translation>
    </message>
    <message>
        <source>Order: nearest deadline · %1 ms</source>
        <translation>Orden: plazo más próximo · %1 ms</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Volver a intentar</translation>
    </message>
    <message>
        <source>Reading the queue…</source>
        <translation>Leyendo la cola…</translation>
    </message>
    <message>
        <source>No case has this.</source>
        <translation>Ningún caso tiene esto.</translation>
    </message>
    <message>
        <source>Take the filters away</source>
        <translation>Quitar los filtros</translation>
    </message>
    <message>
        <source>Nothing waits here.</source>
        <translation>Aquí no espera nada.</translation>
    </message>
    <message>
        <source>Show all open cases</source>
        <translation>Mostrar todos los abiertos</translation>
    </message>
    <message>
        <source>No case is open at this post.</source>
        <translation>No hay casos abiertos en este puesto.</translation>
    </message>
    <message>
        <source>Import records</source>
        <translation>Importar registros</translation>
    </message>
    <message numerus="yes">
        <source>%n open cases at this post</source>
        <translation>
            <numerusform>%n caso abierto en su puesto</numerusform>
            <numerusform>%n casos abiertos en su puesto</numerusform>
        </translation>
    </message>
    <message>
        <source>Row %1 of %2</source>
        <translation>Fila %1 de %2</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Fila %1</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Retención</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Type a traveler in (Ctrl+N)</source>
        <translation>Escribir los datos de un viajero (Ctrl+N)</translation>
    </message>
</context>
<context>
    <name>cotejo::roster_ui::Forms</name>
    <message>
        <source>Qualifications end on</source>
        <translation>Las calificaciones terminan el</translation>
    </message>
    <message>
        <source>The day is written as year, month, day: 2027-12-31.</source>
        <translation>El día se escribe como año, mes, día: 2027-12-31.</translation>
    </message>
    <message>
        <source>An administrator has no other function: whoever gives them does not use them.</source>
        <translation>Un administrador no tiene otra función: quien las da no las usa.</translation>
    </message>
    <message>
        <source>You sign this with your key. A second administrator signs it too before it counts; then it counts at each post with its next synchronisation.</source>
        <translation>Usted firma esto con su clave. Antes de que cuente lo firma también un segundo administrador; después cuenta en cada puesto con su próxima sincronización.</translation>
    </message>
    <message>
        <source>Admit %1</source>
        <translation>Admitir a %1</translation>
    </message>
    <message>
        <source>%1 (%2) of the post %3 asks for: %4. Ask the person for the first sixteen signs of their key: %5.</source>
        <translation>%1 (%2), del puesto %3, pide: %4. Pida a la persona los primeros dieciséis signos de su clave: %5.</translation>
    </message>
    <message>
        <source>Personnel number (the roster keeps only its hash: one person, one account)</source>
        <translation>Número de personal (el registro guarda solo su resumen: una persona, una cuenta)</translation>
    </message>
    <message>
        <source>Sign the admission</source>
        <translation>Firmar la admisión</translation>
    </message>
    <message>
        <source>The personnel number is missing.</source>
        <translation>Falta el número de personal.</translation>
    </message>
    <message>
        <source>Admit the device %1</source>
        <translation>Admitir el dispositivo %1</translation>
    </message>
    <message>
        <source>Functions of %1</source>
        <translation>Funciones de %1</translation>
    </message>
    <message>
        <source>Now: %1. What is left out ends; what was done in it keeps its effect.</source>
        <translation>Ahora: %1. Lo que se omite termina; lo hecho en esa función conserva su efecto.</translation>
    </message>
    <message>
        <source>You sign this with your key. Whoever gets a function needs the signature of a second administrator too.</source>
        <translation>Usted firma esto con su clave. Quien recibe una función necesita también la firma de un segundo administrador.</translation>
    </message>
    <message>
        <source>Sign the functions</source>
        <translation>Firmar las funciones</translation>
    </message>
    <message>
        <source>The reason, which stands in the roster</source>
        <translation>El motivo, que queda en el registro</translation>
    </message>
    <message>
        <source>The reason is missing.</source>
        <translation>Falta el motivo.</translation>
    </message>
    <message>
        <source>Let %1 act again</source>
        <translation>Permitir que %1 actúe de nuevo</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Firmar</translation>
    </message>
    <message>
        <source>Suspend %1</source>
        <translation>Suspender a %1</translation>
    </message>
    <message>
        <source>What they do from now on has no effect at any post, also what their post sends later. What the server received before stands. A case that they open and a protection need that they note still count.</source>
        <translation>Lo que haga desde ahora no tiene efecto en ningún puesto, tampoco lo que su puesto envíe después. Lo que el servidor recibió antes queda. Un caso que abra y una necesidad de protección que anote siguen contando.</translation>
    </message>
    <message>
        <source>Sign the suspension</source>
        <translation>Firmar la suspensión</translation>
    </message>
    <message>
        <source>Withdraw the device %1</source>
        <translation>Retirar el dispositivo %1</translation>
    </message>
    <message>
        <source>It does not come back</source>
        <translation>No vuelve</translation>
    </message>
    <message>
        <source>It receives nothing more. What it still hands over has no effect, but for a case opened and a protection need.</source>
        <translation>No recibe nada más. Lo que todavía entregue no tiene efecto, salvo un caso abierto y una necesidad de protección.</translation>
    </message>
    <message>
        <source>Sign the withdrawal</source>
        <translation>Firmar el retiro</translation>
    </message>
    <message>
        <source>Admit %1 as %2</source>
        <translation>Admitir a %1 como %2</translation>
    </message>
    <message>
        <source>Functions of %1: %2</source>
        <translation>Funciones de %1: %2</translation>
    </message>
    <message>
        <source>none</source>
        <comment>functions</comment>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Suspend %1: %2</source>
        <translation>Suspender a %1: %2</translation>
    </message>
    <message>
        <source>Let %1 act again: %2</source>
        <translation>Permitir que %1 actúe de nuevo: %2</translation>
    </message>
    <message>
        <source>Withdraw the device %1: %2</source>
        <translation>Retirar el dispositivo %1: %2</translation>
    </message>
    <message>
        <source>Policy: %1</source>
        <translation>Política: %1</translation>
    </message>
    <message>
        <source>Founding of the roster</source>
        <translation>Fundación del registro</translation>
    </message>
    <message>
        <source>Of the post %1. It then receives the lists and the cases of its own post, and hands over what it holds.</source>
        <translation>Del puesto %1. Recibe entonces las listas y los casos de su propio puesto, y entrega lo que tiene.</translation>
    </message>
    <message>
        <source>cases of all posts</source>
        <translation>casos de todos los puestos</translation>
    </message>
    <message>
        <source>cases of its own post</source>
        <translation>casos de su propio puesto</translation>
    </message>
    <message>
        <source>cases of its own post and of %1</source>
        <translation>casos de su propio puesto y de %1</translation>
    </message>
    <message>
        <source>Cases that come to the device %1</source>
        <translation>Casos que llegan al dispositivo %1</translation>
    </message>
    <message>
        <source>Now: %1. Cases of other posts come with names, samples and papers.</source>
        <translation>Ahora: %1. Los casos de otros puestos llegan con nombres, muestras y documentos.</translation>
    </message>
    <message>
        <source>You sign this with your key. Whatever widens it needs the signature of a second administrator too.</source>
        <translation>Usted firma esto con su clave. Lo que lo amplía necesita además la firma de un segundo administrador.</translation>
    </message>
    <message>
        <source>All posts of the organisation</source>
        <translation>Todos los puestos de la organización</translation>
    </message>
    <message>
        <source>Post %1</source>
        <translation>Puesto %1</translation>
    </message>
    <message>
        <source>Sign the change</source>
        <translation>Firmar el cambio</translation>
    </message>
    <message>
        <source>Nothing changes.</source>
        <translation>No cambia nada.</translation>
    </message>
    <message>
        <source>Device %1: %2</source>
        <translation>Dispositivo %1: %2</translation>
    </message>
    <message>
        <source>An agreement with a partner that this program cannot read: it is not signed here</source>
        <translation>Un acuerdo con un socio que este programa no puede leer: no se firma aquí</translation>
    </message>
    <message>
        <source>Agreement %1 with %2: replaced by version %3</source>
        <translation>Acuerdo %1 con %2: sustituido por la versión %3</translation>
    </message>
    <message>
        <source>New agreement %1 with %2, version %3</source>
        <translation>Acuerdo nuevo %1 con %2, versión %3</translation>
    </message>
    <message>
        <source>en</source>
        <comment>code of this language</comment>
        <extracomment>Write here the code of the language that you translate into: the words of agreements are asked for in it</extracomment>
        <translation>es</translation>
    </message>
    <message>
        <source>With your signature it counts at each post with its next synchronisation, and people may be told of under it.</source>
        <translation>Con su firma cuenta en cada puesto con su próxima sincronización, y con él se podrá dar cuenta de personas.</translation>
    </message>
    <message>
        <source>Sign the agreement</source>
        <translation>Firmar el acuerdo</translation>
    </message>
    <message>
        <source>What cannot be read is not signed.</source>
        <translation>Lo que no se puede leer no se firma.</translation>
    </message>
    <message>
        <source>End the agreement %1, nothing leaves under it any more: %2</source>
        <translation>Poner fin al acuerdo %1, con él ya no sale nada: %2</translation>
    </message>
</context>
<context>
    <name>cotejo::roster_ui::RosterPage</name>
    <message>
        <source>none</source>
        <comment>functions</comment>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Who or what</source>
        <translation>Quién o qué</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Funciones</translation>
    </message>
    <message>
        <source>People, devices and waiting changes of the roster</source>
        <translation>Personas, dispositivos y cambios en espera del registro</translation>
    </message>
    <message>
        <source>Reading the roster…</source>
        <translation>Leyendo el registro…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>This post works alone: it follows no organisation&apos;s roster yet. Its people and functions are its own until it is enrolled with a server and an administrator there admits it.</source>
        <translation>Este puesto trabaja solo: todavía no sigue el registro de ninguna organización. Sus personas y funciones son propias hasta que se inscriba en un servidor y un administrador lo admita allí.</translation>
    </message>
    <message>
        <source>%1 · version %2</source>
        <translation>%1 · versión %2</translation>
    </message>
    <message>
        <source>What waits for a signature is at the server, which does not answer: the roster is shown as this post last received it</source>
        <translation>Lo que espera una firma está en el servidor, que no responde: el registro se muestra como este puesto lo recibió por última vez</translation>
    </message>
    <message>
        <source>second signature</source>
        <translation>segunda firma</translation>
    </message>
    <message>
        <source>asks</source>
        <translation>pide</translation>
    </message>
    <message>
        <source>Device %1</source>
        <translation>Dispositivo %1</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>suspendido</translation>
    </message>
    <message>
        <source>active</source>
        <comment>member of the roster</comment>
        <translation>activo</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <comment>device</comment>
        <translation>retirado</translation>
    </message>
    <message>
        <source>admitted</source>
        <comment>device</comment>
        <translation>admitido</translation>
    </message>
    <message>
        <source>Functions…</source>
        <translation>Funciones…</translation>
    </message>
    <message>
        <source>Let act again…</source>
        <translation>Permitir que actúe…</translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation>Suspender…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Retirar…</translation>
    </message>
    <message>
        <source>Admit…</source>
        <translation>Admitir…</translation>
    </message>
    <message>
        <source>Put the second signature</source>
        <translation>Poner la segunda firma</translation>
    </message>
    <message>
        <source>Only an administrator of the roster signs.</source>
        <translation>Solo un administrador del registro firma.</translation>
    </message>
    <message>
        <source>Signed: version %1 of the roster</source>
        <translation>Firmado: versión %1 del registro</translation>
    </message>
    <message>
        <source>Signed. It counts when a second administrator has signed it too</source>
        <translation>Firmado. Cuenta cuando lo haya firmado también un segundo administrador</translation>
    </message>
    <message>
        <source>It counts at each post with its next synchronisation.</source>
        <translation>Cuenta en cada puesto con su próxima sincronización.</translation>
    </message>
    <message>
        <source>Cases…</source>
        <translation>Casos…</translation>
    </message>
    <message>
        <source>Read and sign…</source>
        <translation>Leer y firmar…</translation>
    </message>
</context>
<context>
    <name>cotejo::search::SearchPage</name>
    <message>
        <source>— — — identity hidden</source>
        <translation>— — — identidad oculta</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Traveler</source>
        <translation>Viajero</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Retenciones</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Cases found</source>
        <translation>Casos encontrados</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>All cases held at this post, closed ones too</source>
        <translation>Todos los casos que guarda este puesto, también los cerrados</translation>
    </message>
    <message>
        <source>Name, document or case number…</source>
        <translation>Nombre, documento o número de caso…</translation>
    </message>
    <message>
        <source>Search all cases</source>
        <translation>Buscar en todos los casos</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Buscar (Ctrl+F)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Volver a intentar</translation>
    </message>
    <message>
        <source>Very many cases have these words: the newest are looked through. Write more of the name.</source>
        <translation>Muchísimos casos tienen estas palabras: se miran los más recientes. Escriba más del nombre.</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n</source>
        <translation>
            <numerusform>El más reciente</numerusform>
            <numerusform>Los %n más recientes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cases found</source>
        <translation>
            <numerusform>%n caso</numerusform>
            <numerusform>%n casos</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Write a name, a document number or a case number. Words may be cut short, accents and their order do not matter.</source>
        <translation>Escriba un nombre, un número de documento o un número de caso. Puede abreviar las palabras; los acentos y el orden no importan.</translation>
    </message>
    <message>
        <source>No case has these words. A case in a blind examination is found by its number only.</source>
        <translation>Ningún caso tiene estas palabras. Un caso en examen a ciegas solo se encuentra por su número.</translation>
    </message>
    <message>
        <source>Write something else</source>
        <translation>Escribir otra cosa</translation>
    </message>
</context>
<context>
    <name>cotejo::settings::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Post and person</source>
        <translation>Puesto y persona</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Oficial</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Funciones</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>vigente hasta el %1</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>Cerrar turno</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Su contraseña</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Contraseña actual</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>Contraseña nueva otra vez</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Cambiarla</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Cambiar la contraseña</translation>
    </message>
    <message>
        <source>The two new passphrases differ</source>
        <translation>Las dos contraseñas nuevas difieren</translation>
    </message>
    <message>
        <source>Type both again.</source>
        <translation>Escriba las dos de nuevo.</translation>
    </message>
    <message>
        <source>The passphrase was changed</source>
        <translation>Se cambió la contraseña</translation>
    </message>
</context>
<context>
    <name>cotejo::shell::ProtectionButton</name>
    <message>
        <source>Protection need expressed</source>
        <extracomment>The button that stops everything for a person who asks for protection. No reason is asked for.</extracomment>
        <translation>Necesidad de protección</translation>
    </message>
    <message>
        <source>Places a protection hold on the case at once. No reason is asked for. %1</source>
        <translation>Fija una retención de protección en el caso, en el acto. No se pide motivo. %1</translation>
    </message>
</context>
<context>
    <name>cotejo::shell::Rail</name>
    <message>
        <source>%1, %2</source>
        <extracomment>A page for screen readers: its name and how many items wait there</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>cotejo::shell::SignInPage</name>
    <message>
        <source>Officer</source>
        <translation>Oficial</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Mostrar lo que se escribe</translation>
    </message>
    <message>
        <source>Open the shift</source>
        <translation>Abrir turno</translation>
    </message>
    <message>
        <source>After 5 minutes without use the screen locks; nothing is lost.</source>
        <translation>Tras 5 minutos sin uso se bloquea, sin perder nada.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Every access is written to the journal</source>
        <translation>Todo acceso queda en el diario</translation>
    </message>
    <message>
        <source>Condition of the post</source>
        <translation>Condición del puesto</translation>
    </message>
    <message>
        <source>Last synchronisation</source>
        <translation>Última sincronización</translation>
    </message>
    <message>
        <source>Clock of this computer</source>
        <translation>Reloj de este equipo</translation>
    </message>
    <message>
        <source>Data of the post</source>
        <translation>Datos del puesto</translation>
    </message>
    <message>
        <source>encrypted, closed</source>
        <translation>cifrados, cerrados</translation>
    </message>
    <message>
        <source>Demonstration post: invented people, open passphrases</source>
        <translation>Puesto de demostración: personas inventadas, contraseñas a la vista</translation>
    </message>
    <message>
        <source>Fill in %1</source>
        <translation>Rellenar con %1</translation>
    </message>
    <message>
        <source>Available in %1</source>
        <extracomment>On the button while the account is locked; %1 is minutes and seconds</extracomment>
        <translation>Disponible en %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>earlier than the last contact</source>
        <translation>antes del último contacto</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong</source>
        <translation>El reloj de este equipo va mal</translation>
    </message>
    <message>
        <source>It says %1; the last contact was %2.</source>
        <translation>Marca %1; el último contacto fue el %2.</translation>
    </message>
    <message>
        <source>Deadlines and signatures need the right time.</source>
        <translation>Los plazos y las firmas necesitan la hora correcta.</translation>
    </message>
    <message>
        <source>Correct the date in the system settings.</source>
        <translation>Corrija la fecha en los ajustes del sistema.</translation>
    </message>
</context>
<context>
    <name>cotejo::shell::TopBar</name>
    <message>
        <source>Shortcuts and help (F1)</source>
        <translation>Atajos y ayuda (F1)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>Bloquear la pantalla</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>Cerrar turno</translation>
    </message>
    <message>
        <source>No server</source>
        <translation>Sin servidor</translation>
    </message>
    <message>
        <source>this post works alone</source>
        <translation>este puesto trabaja solo</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <extracomment>How long since the server answered</extracomment>
        <translation>hace %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>no contact yet</source>
        <translation>aún sin contacto</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>Por enviar</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Reloj</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>sin comparar</translation>
    </message>
    <message>
        <source>wrong: correct the date</source>
        <translation>va mal: corrija la fecha</translation>
    </message>
</context>
<context>
    <name>cotejo::shell::Window</name>
    <message>
        <source>Sign in — Cotejo</source>
        <extracomment>Title of the window while nobody is signed in</extracomment>
        <translation>Entrar — Cotejo</translation>
    </message>
    <message>
        <source>%1 — Cotejo</source>
        <extracomment>Title of the window; %1 is the page</extracomment>
        <translation>%1 — Cotejo</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
</context>
<context>
    <name>cotejo::shell::Workspace</name>
    <message>
        <source>Put this away</source>
        <translation>Quitar este aviso</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Aprobar</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Choose the person&apos;s case first</source>
        <translation>Elija primero el caso de la persona</translation>
    </message>
    <message>
        <source>Protection hold placed on case %1</source>
        <translation>Retención de protección fijada en el caso %1</translation>
    </message>
    <message>
        <source>Nothing that leads to a return goes on. Do not ask for reasons: the protection team takes over.</source>
        <translation>Nada que lleve a una devolución sigue adelante. No pregunte motivos: se encarga el equipo de protección.</translation>
    </message>
    <message>
        <source>move</source>
        <translation>mover</translation>
    </message>
    <message>
        <source>take</source>
        <translation>tomar</translation>
    </message>
    <message>
        <source>give back</source>
        <translation>devolver</translation>
    </message>
    <message>
        <source>parts</source>
        <translation>partes</translation>
    </message>
    <message>
        <source>renew the time</source>
        <translation>renovar el tiempo</translation>
    </message>
    <message>
        <source>back to the queue</source>
        <translation>volver a la cola</translation>
    </message>
    <message>
        <source>synchronise</source>
        <translation>sincronizar</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Caso nuevo</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>Open it, or select its row in the queue or the search, and press %1 again. Anybody may, at any time, offline too.</source>
        <translation>Ábralo, o elija su fila en la cola o en la búsqueda, y pulse otra vez %1. Puede hacerlo cualquiera, en cualquier momento, también sin conexión.</translation>
    </message>
    <message>
        <source>write</source>
        <translation>escribir</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abrir</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filtrar</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Estadística</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>help</source>
        <translation>ayuda</translation>
    </message>
    <message>
        <source>side panel</source>
        <translation>panel lateral</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Your functions changed</source>
        <translation>Sus funciones cambiaron</translation>
    </message>
    <message>
        <source>An administrator changed them in the roster. They count from your next sign-in; what you do in one that ended has no effect.</source>
        <translation>Un administrador las cambió en el registro. Cuentan desde su próximo ingreso; lo que haga en una que terminó no tiene efecto.</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Socios</translation>
    </message>
    <message>
        <source>Inquiry to a partner</source>
        <translation>Consulta a un socio</translation>
    </message>
    <message>
        <source>back</source>
        <translation>volver</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>paso siguiente</translation>
    </message>
</context>
<context>
    <name>cotejo::statistics::StatisticsPage</name>
    <message>
        <source>%1 %</source>
        <extracomment>A share, e.g. &quot;12.5 %&quot;</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 and %2 are counts, e.g. &quot;12 of 240&quot;</extracomment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>By nationality</source>
        <translation>Por nacionalidad</translation>
    </message>
    <message>
        <source>By sex</source>
        <translation>Por sexo</translation>
    </message>
    <message>
        <source>By age</source>
        <translation>Por edad</translation>
    </message>
    <message>
        <source>By reason of the referral</source>
        <translation>Por motivo de la remisión</translation>
    </message>
    <message>
        <source>By what was reviewed</source>
        <translation>Por lo que se revisó</translation>
    </message>
    <message>
        <source>under 18</source>
        <translation>menores de 18</translation>
    </message>
    <message>
        <source>18 to 29</source>
        <translation>de 18 a 29</translation>
    </message>
    <message>
        <source>30 to 44</source>
        <translation>de 30 a 44</translation>
    </message>
    <message>
        <source>45 to 59</source>
        <translation>de 45 a 59</translation>
    </message>
    <message>
        <source>60 and over</source>
        <translation>60 o más</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no consta</translation>
    </message>
    <message>
        <source>conclusions, by the second examiner</source>
        <translation>conclusiones, por el segundo examinador</translation>
    </message>
    <message>
        <source>proposals, by the supervisor</source>
        <translation>propuestas, por el supervisor</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>Searches with a candidate</source>
        <translation>Búsquedas con candidato</translation>
    </message>
    <message>
        <source>Searches of the lists that brought up somebody at or above the threshold. A candidate is not an identification.</source>
        <translation>Búsquedas en las listas que presentaron a alguien en el umbral o por encima. Un candidato no es una identificación.</translation>
    </message>
    <message>
        <source>Overturned on review</source>
        <translation>Cambiado en la revisión</translation>
    </message>
    <message>
        <source>Conclusions that the blind second examiner did not share, and proposals that the supervisor rejected or returned.</source>
        <translation>Conclusiones que el segundo examinador, a ciegas, no compartió, y propuestas que el supervisor rechazó o devolvió.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>Open cases by state</source>
        <translation>Casos abiertos por estado</translation>
    </message>
    <message>
        <source>Open cases by reason</source>
        <translation>Casos abiertos por motivo</translation>
    </message>
    <message>
        <source>Not shown: groups of fewer than 10, and those from which such a group could be worked out. Times are those of the devices on which the acts were done.</source>
        <translation>No se muestran los grupos de menos de 10 ni aquellos de los que se podría deducir uno así. Las horas son las de los equipos en que se hicieron los actos.</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Estadística</translation>
    </message>
    <message>
        <source>Time that the figures are about</source>
        <translation>Periodo de las cifras</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 días</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 días</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 días</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Export as a table…</source>
        <translation>Exportar como tabla…</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Abiertos</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Decididos</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrados</translation>
    </message>
    <message>
        <source>From opening to decision</source>
        <translation>De la apertura a la decisión</translation>
    </message>
    <message>
        <source>Candidate rate</source>
        <translation>Tasa de candidatos</translation>
    </message>
    <message>
        <source>Overturn rate</source>
        <translation>Tasa de cambios en la revisión</translation>
    </message>
    <message>
        <source>Counting the cases…</source>
        <translation>Contando los casos…</translation>
    </message>
    <message>
        <source>Statistics are for supervisors and auditors.</source>
        <translation>Las estadísticas son para supervisores y auditores.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Volver a intentar</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>%1 and %2 are dates</extracomment>
        <translation>del %1 al %2</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta el %1</translation>
    </message>
    <message>
        <source>There is no case yet.</source>
        <translation>Todavía no hay ningún caso.</translation>
    </message>
    <message>
        <source>No case was worked on in this time.</source>
        <translation>No se trabajó en ningún caso en este periodo.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>casos</translation>
    </message>
    <message>
        <source>approved, or carried out without approval</source>
        <translation>aprobados, o ejecutados sin aprobación</translation>
    </message>
    <message numerus="yes">
        <source>and %n cancelled</source>
        <translation>
            <numerusform>y %n cancelado</numerusform>
            <numerusform>y %n cancelados</numerusform>
        </translation>
    </message>
    <message>
        <source>none cancelled</source>
        <translation>ninguno cancelado</translation>
    </message>
    <message>
        <source>half of them; 9 of 10 within %1</source>
        <translation>la mitad; 9 de cada 10 en %1</translation>
    </message>
    <message>
        <source>fewer than 10 decisions</source>
        <translation>menos de 10 decisiones</translation>
    </message>
    <message>
        <source>%1 searches</source>
        <translation>%1 búsquedas</translation>
    </message>
    <message>
        <source>fewer than 10 searches</source>
        <translation>menos de 10 búsquedas</translation>
    </message>
    <message numerus="yes">
        <source>%n more without a threshold</source>
        <translation>
            <numerusform>%n más sin umbral</numerusform>
            <numerusform>%n más sin umbral</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 reviews</source>
        <translation>%1 revisiones</translation>
    </message>
    <message>
        <source>fewer than 10 reviews</source>
        <translation>menos de 10 revisiones</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>no se muestra</translation>
    </message>
    <message>
        <source>Export the statistics</source>
        <translation>Exportar las estadísticas</translation>
    </message>
    <message>
        <source>statistics-%1.csv</source>
        <translation>estadisticas-%1.csv</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>The table was written</source>
        <translation>Se escribió la tabla</translation>
    </message>
    <message>
        <source>a full bar is %1 %</source>
        <extracomment>How long the bars are; %1 is a number, e.g. &quot;a full bar is 50 %&quot;</extracomment>
        <translation>una barra llena es el %1 %</translation>
    </message>
    <message>
        <source>Fewer than 10 searches in this time: nothing is told apart.</source>
        <translation>Menos de 10 búsquedas en este periodo: no se desglosa nada.</translation>
    </message>
    <message>
        <source>Fewer than 10 reviews in this time: nothing is told apart.</source>
        <translation>Menos de 10 revisiones en este periodo: no se desglosa nada.</translation>
    </message>
</context>
<context>
    <name>cotejo::watchlist::EntryPanel</name>
    <message>
        <source>Choose an entry to read it here.</source>
        <translation>Elija una entrada para leerla aquí.</translation>
    </message>
    <message>
        <source>An entry proves nothing by itself. People compare, and its owner confirms, before anybody acts.</source>
        <translation>Una entrada no prueba nada por sí sola. Antes de actuar, comparan personas y confirma su titular.</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Emisor</translation>
    </message>
    <message>
        <source>Review by</source>
        <translation>Revisar antes de</translation>
    </message>
    <message>
        <source>%1, overdue</source>
        <translation>%1, vencida</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Rostros</translation>
    </message>
    <message>
        <source>Fingerprints</source>
        <translation>Huellas</translation>
    </message>
    <message>
        <source>Changed in list version</source>
        <translation>Cambiada en la versión</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Caveats</source>
        <translation>Advertencias</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>Name, reason and images were erased here when the withdrawal arrived.</source>
        <translation>El nombre, el motivo y las imágenes se borraron aquí al llegar la retirada.</translation>
    </message>
    <message>
        <source>Name and reason</source>
        <translation>Nombre y motivo</translation>
    </message>
    <message>
        <source>Hidden until reveal. They are read in a case, once the conclusions on its candidates are saved.</source>
        <translation>Ocultos hasta revelar. Se leen en un caso, cuando están guardadas las conclusiones sobre sus candidatos.</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Vencida</translation>
    </message>
    <message>
        <source>Its issuer has not confirmed it in time: nothing may rest on it until it is reviewed.</source>
        <translation>Su emisor no la confirmó a tiempo: nada puede apoyarse en ella hasta que se revise.</translation>
    </message>
    <message>
        <source>Identifier of the entry: %1</source>
        <translation>Identificador de la entrada: %1</translation>
    </message>
    <message>
        <source>In quarantine</source>
        <translation>En cuarentena</translation>
    </message>
    <message>
        <source>Its owner did not stand by it in a case. No search brings it up until its list changes it; the cases below may have rested on it.</source>
        <translation>Su titular no la sostuvo en un caso. Ninguna búsqueda la trae hasta que su lista la cambie; los casos de abajo pudieron apoyarse en ella.</translation>
    </message>
    <message>
        <source>Cases in which it came up</source>
        <translation>Casos en los que apareció</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>identified</source>
        <translation>identificado</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>no confirmada</translation>
    </message>
    <message>
        <source>Open case %1</source>
        <translation>Abrir el caso %1</translation>
    </message>
</context>
<context>
    <name>cotejo::watchlist::WatchlistPage</name>
    <message>
        <source>No lists have arrived at this post: no searches</source>
        <translation>No ha llegado ninguna lista a este puesto: sin búsquedas</translation>
    </message>
    <message>
        <source>Capturing, comparing with the document, concluding, holds and referrals go on without them.</source>
        <translation>Sin ellas se puede capturar, comparar con el documento, concluir, retener y derivar.</translation>
    </message>
    <message>
        <source>The lists are fresh</source>
        <translation>Las listas están vigentes</translation>
    </message>
    <message>
        <source>Issued %1: searches and all dispositions are open until %2. Only active entries within their review date may be acted upon.</source>
        <translation>Emitidas %1: las búsquedas y todas las disposiciones están abiertas hasta %2. Solo se puede actuar sobre entradas activas y dentro de su fecha de revisión.</translation>
    </message>
    <message>
        <source>The lists are %1 old: refer only</source>
        <translation>Las listas tienen %1: antiguas, solo derivar</translation>
    </message>
    <message>
        <source>Searches go on until %1, but no entry may be acted upon: a case can be referred to a partner&apos;s check or to protection, and nothing else is proposed until newer lists arrive.</source>
        <translation>Las búsquedas siguen hasta %1, pero no se puede actuar sobre ninguna entrada: el caso se puede derivar a consulta de un socio o a protección, y nada más se propone hasta que lleguen listas más nuevas.</translation>
    </message>
    <message>
        <source>The lists are %1 old: expired, no searches</source>
        <translation>Las listas tienen %1: vencidas, sin búsquedas</translation>
    </message>
    <message>
        <source>No entry may be acted upon: it may have been withdrawn since. Capturing, comparing with the document, concluding, holds and referrals go on; searches come back with newer lists.</source>
        <translation>No se puede actuar sobre ninguna entrada: puede estar retirada desde entonces. Se puede capturar, comparar con el documento, concluir, retener y derivar; las búsquedas vuelven con listas más nuevas.</translation>
    </message>
    <message>
        <source>overdue</source>
        <comment>review of an entry</comment>
        <translation>vencida</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Emisor</translation>
    </message>
    <message>
        <source>Review by</source>
        <translation>Revisar antes de</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Rostros</translation>
    </message>
    <message>
        <source>Fingers</source>
        <translation>Dedos</translation>
    </message>
    <message>
        <source>Version</source>
        <extracomment>Number of the list version that last changed the entry</extracomment>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Entries of the lists</source>
        <translation>Entradas de las listas</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>Filter the entries</source>
        <translation>Filtrar las entradas</translation>
    </message>
    <message>
        <source>Filter (Ctrl+F)</source>
        <translation>Filtrar (Ctrl+F)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Volver a intentar</translation>
    </message>
    <message>
        <source>Reading the lists…</source>
        <translation>Leyendo las listas…</translation>
    </message>
    <message>
        <source>No entry has this.</source>
        <translation>Ninguna entrada tiene esto.</translation>
    </message>
    <message>
        <source>No entry has this. Names are not looked through: they are hidden until reveal.</source>
        <translation>Ninguna entrada tiene esto. No se busca en los nombres: están ocultos hasta revelar.</translation>
    </message>
    <message>
        <source>Take the filters away</source>
        <translation>Quitar los filtros</translation>
    </message>
    <message>
        <source>This post holds no entries. Lists arrive with the synchronisation.</source>
        <translation>Este puesto no tiene entradas. Las listas llegan con la sincronización.</translation>
    </message>
    <message>
        <source>This post holds no entries.</source>
        <translation>Este puesto no tiene entradas.</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>Name, reason, issuer or country…</source>
        <translation>Nombre, motivo, emisor o país…</translation>
    </message>
    <message>
        <source>Issuer, country or identifier…</source>
        <translation>Emisor, país o identificador…</translation>
    </message>
    <message>
        <source>Version %1, issued %2</source>
        <extracomment>The list as a whole: its number and when it was issued</extracomment>
        <translation>Versión %1, emitida %2</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entrada</numerusform>
            <numerusform>%n entradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <comment>entries of the lists</comment>
        <translation>
            <numerusform>%n activa</numerusform>
            <numerusform>%n activas</numerusform>
        </translation>
    </message>
    <message>
        <source>Names, reasons and images are hidden until reveal</source>
        <translation>Nombres, motivos e imágenes están ocultos hasta revelar</translation>
    </message>
    <message numerus="yes">
        <source>The first %n</source>
        <translation>
            <numerusform>La primera</numerusform>
            <numerusform>Las primeras %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <translation>
            <numerusform>%n entrada</numerusform>
            <numerusform>%n entradas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::widgets::Chip</name>
    <message>
        <source>Add a filter: %1</source>
        <extracomment>A filter chip for screen readers: name of the filter, its value</extracomment>
        <translation>Añadir un filtro: %1</translation>
    </message>
    <message>
        <source>Filter %1: %2. Press to remove it.</source>
        <translation>Filtro %1: %2. Pulse para quitarlo.</translation>
    </message>
</context>
<context>
    <name>cotejo::widgets::FormDialog</name>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo</translation>
    </message>
</context>
<context>
    <name>cotejo::widgets::Notice</name>
    <message>
        <source>Rule.</source>
        <extracomment>Stands in bold before the rule that refused something</extracomment>
        <translation>Regla.</translation>
    </message>
    <message>
        <source>To satisfy it.</source>
        <extracomment>Stands in bold before what the officer can do about a refusal</extracomment>
        <translation>Para cumplirla.</translation>
    </message>
</context>
<context>
    <name>cotejo::widgets::Portrait</name>
    <message>
        <source>No picture</source>
        <translation>Sin imagen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
</context>
<context>
    <name>cotejo::widgets::Segmented</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A choice for screen readers: what is chosen and the choice that is made</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>cotejo::widgets::Stepper</name>
    <message>
        <source>%1. %2, done</source>
        <extracomment>A step of a procedure for screen readers: its number, its name</extracomment>
        <translation>%1. %2, hecho</translation>
    </message>
    <message>
        <source>%1. %2, current</source>
        <translation>%1. %2, actual</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Where one is in a procedure: step 2 of 5</extracomment>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>cotejo::widgets::TabStrip</name>
    <message>
        <source>%1, %2</source>
        <extracomment>A tab for screen readers: its name and how many items it has</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>cotejo::widgets::ToolRow</name>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>The tools that have no room here</source>
        <translation>Las herramientas que no caben aquí</translation>
    </message>
</context>
</TS>
