"""Sentences to be read aloud and written down: without figures, which are written in two ways."""

ZH = """
县里的阅览室今天开门了，欢迎大家来看书。
山脚下的小河边种了许多柳树，春天一到就绿了。
老师带着孩子们参观了博物馆，听讲解员介绍历史。
请把窗户关上，外面的风很大，天气也越来越冷。
工作人员正在检查设备，明天上午可以恢复供水。
这条新修的公路方便了附近几个村子的农民。
医院增加了夜间门诊，病人不用再排很长的队。
他喜欢在傍晚的时候沿着湖边慢慢散步。
图书馆里非常安静，只能听到翻书的声音。
为了保护环境，工厂安装了新的污水处理系统。
我们应该尊重每一个劳动者，珍惜他们的成果。
晚会上，学生们唱歌跳舞，气氛十分热烈。
""".split()

EN = """
The reading room of the county opens today, and everyone is welcome.
Many willow trees were planted along the river at the foot of the hill.
The teacher took the children to the museum to learn about history.
Please close the window, because the wind outside is very strong.
Workers are checking the equipment, and water will return tomorrow morning.
The new road is a help to the farmers of the villages nearby.
He likes to walk slowly along the lake in the evening.
The factory has installed a new system to clean its waste water.
""".strip().splitlines()

JA = """
図書館は今日から開いています。
先生は子供たちを博物館に連れて行きました。
外の風が強いので、窓を閉めてください。
新しい道路ができて、近くの村の人々は喜んでいます。
彼は夕方に湖のそばを散歩するのが好きです。
工場は環境を守るために新しい設備を入れました。
病院では夜も診察を受けることができます。
春になると、川のそばの木が緑になります。
""".split()
